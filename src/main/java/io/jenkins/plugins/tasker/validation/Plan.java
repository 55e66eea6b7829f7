package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Invocation;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.Retries;
import io.jenkins.plugins.tasker.taskfile.Rollout;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Lists the tasks of a run before it starts, with their values as written in the file (rule 15.4). */
public final class Plan {

    /** How many sizes of waves a line names. */
    private static final int NAMED_WAVES = 8;

    private final String defaultType;
    private final HostSources sources;
    private final Map<TaskId, List<TaskId>> parents = new LinkedHashMap<>();

    private Plan(Workflow workflow, String defaultType, HostSources sources) {
        this.defaultType = defaultType;
        this.sources = sources;
        for (Task task : workflow.tasks().values()) {
            if (task instanceof Task.Group group) {
                group.members().stream()
                        .distinct()
                        .forEach(member -> parents.computeIfAbsent(member, m -> new ArrayList<>())
                                .add(group.id()));
            }
        }
    }

    /**
     * Returns one line for each task in the order of ids, members after their group, followed by the number of tasks.
     *
     * @param start the lowest id to list
     * @param defaultType the execution type of tasks without {@code exec}
     * @param sources counts the hosts of fan-out tasks
     */
    public static List<String> lines(Workflow workflow, TaskId start, String defaultType, HostSources sources) {
        Plan plan = new Plan(workflow, defaultType, sources);
        List<String> lines = new ArrayList<>();
        for (Task task : membersAfterGroups(workflow, start)) {
            lines.add(VisibleText.of(plan.line(task)));
        }
        lines.add(Counted.of(lines.size(), "task"));
        return lines;
    }

    private static Set<Task> membersAfterGroups(Workflow workflow, TaskId start) {
        Set<Task> ordered = new LinkedHashSet<>();
        Set<TaskId> members = new HashSet<>();
        Collection<Task> listed = workflow.tasks().tailMap(start, true).values();
        for (Task task : listed) {
            if (task instanceof Task.Group group) {
                members.addAll(group.members());
            }
        }
        for (Task task : listed) {
            if (!members.contains(task.id())) {
                ordered.add(task);
            }
            if (task instanceof Task.Group group) {
                group.members().stream()
                        .flatMap(member -> workflow.find(member).stream())
                        .forEach(ordered::add);
            }
        }
        return ordered;
    }

    private String line(Task task) {
        List<TaskId> groups = parents.getOrDefault(task.id(), List.of());
        StringJoiner details = new StringJoiner(", ", " [", "]").setEmptyValue("");
        String what;
        if (task instanceof Task.Normal normal) {
            what = normal(normal, details);
        } else if (task instanceof Task.Parallel parallel) {
            what = "PARALLEL " + ids(parallel.members());
            add(details, Field.CONDITION, parallel.condition());
            add(details, Field.MAX_PARALLEL, parallel.maxParallel());
            rollout(parallel.rollout(), details);
            group(parallel, details);
        } else if (task instanceof Task.FanOut fanOut) {
            what = fanOut(fanOut, details);
        } else if (task instanceof Task.Conditional conditional) {
            what = "CONDITIONAL "
                    + conditional.condition().map(Condition::written).orElse("") + " ? " + ids(conditional.ifTrue())
                    + " : " + ids(conditional.ifFalse());
            group(conditional, details);
        } else {
            what = "RETURN " + ((Task.Return) task).returnCode().written();
            add(details, Field.CONDITION, task.condition());
        }
        String indent = groups.isEmpty() ? "" : "  ";
        String part = groups.isEmpty() ? "" : " (sub-task of " + ids(groups) + ")";
        return indent + "Task " + task.id() + part + ": " + what + details;
    }

    private String normal(Task.Normal task, StringJoiner details) {
        Invocation invocation = task.invocation();
        details.add(invocation.executionType().map(Template::written).orElse(defaultType));
        add(details, Field.CONDITION, task.condition());
        add(details, Field.TIMEOUT, invocation.timeout());
        add(details, Field.SUCCESS, task.output().success());
        flow(task.flow(), task.sleep(), details);
        add(details, Field.RETURN, task.returnCode());
        return invocation.hostname().written() + ": " + line(invocation);
    }

    private String fanOut(Task.FanOut task, StringJoiner details) {
        Task.Normal command = task.command();
        details.add(command.invocation().executionType().map(Template::written).orElse(defaultType));
        add(details, Field.CONDITION, task.condition().or(command::condition));
        add(details, Field.MAX_PARALLEL, task.maxParallel());
        rollout(task.rollout(), details);
        add(details, Field.TIMEOUT, command.invocation().timeout());
        add(details, Field.SUCCESS, command.output().success());
        add(details, Field.SLEEP, command.sleep());
        group(task, details);
        return "HOSTS " + task.hosts().written() + counts(task) + ": " + line(command.invocation());
    }

    /** Returns the number of hosts and the sizes of the waves; empty if the hosts are known at run time only. */
    private String counts(Task.FanOut task) {
        int hosts;
        try {
            HostList list = HostList.of(task.hosts());
            if (!list.isStatic()) {
                return "";
            }
            hosts = list.known(sources).names().size();
        } catch (HostListException e) {
            return ""; // Validation was skipped; the task reports the reason.
        }
        List<Integer> waves =
                task.rollout().waves().map(sizes -> sizes.sizes(hosts)).orElse(List.of());
        String sizes = waves.stream().limit(NAMED_WAVES).map(String::valueOf).collect(Collectors.joining(", "));
        String more = waves.size() > NAMED_WAVES ? ", ..." : "";
        return " (" + Counted.of(hosts, "host")
                + (waves.isEmpty() ? "" : ", " + Counted.of(waves.size(), "wave") + ": " + sizes + more) + ")";
    }

    private static String line(Invocation invocation) {
        String arguments = invocation.arguments().written();
        return invocation.command().written() + (arguments.isEmpty() ? "" : " " + arguments);
    }

    private static void group(Task.Group group, StringJoiner details) {
        add(details, Field.TIMEOUT, group.timeout());
        Retries retries = group.retries();
        if (retries.enabled()) {
            details.add(Field.RETRY_FAILED + "=true");
            add(details, Field.RETRY_COUNT, retries.count());
            add(details, Field.RETRY_DELAY, retries.delay());
        }
        flow(group.flow(), group.sleep(), details);
    }

    private static void rollout(Rollout rollout, StringJoiner details) {
        add(details, Field.BATCH, rollout.waves());
        add(details, Field.BATCH_SLEEP, rollout.pause());
        add(details, Field.MAX_FAIL, rollout.budget());
        if (rollout.failFast()) {
            details.add(Field.FAIL_FAST + "=true");
        }
    }

    private static void flow(TaskFlow flow, Optional<Template> sleep, StringJoiner details) {
        add(details, Field.SLEEP, sleep);
        if (flow.next().mode() != Next.Mode.ABSENT) {
            details.add(Field.NEXT + "=" + flow.next().written());
        }
        add(details, Field.LOOP, flow.loop());
        add(details, Field.LOOP_BREAK, flow.loopBreak());
        add(details, Field.ON_SUCCESS, flow.onSuccess());
        add(details, Field.ON_FAILURE, flow.onFailure());
    }

    /** Adds a field with its written text, which templates, conditions and ids return as their string. */
    private static void add(StringJoiner details, Field field, Optional<?> value) {
        value.ifPresent(written -> details.add(field + "=" + written));
    }

    private static String ids(List<TaskId> ids) {
        return ids.isEmpty() ? "-" : ids.stream().map(TaskId::toString).collect(Collectors.joining(","));
    }
}
