package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Shortened;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A task of the file, for views of the run. Secrets are masked.
 *
 * @param hostname with globals expanded and references to results as written; the list of hosts for a fan-out task; empty for
 *     other groups and return tasks
 * @param command with its arguments; globals and references as in {@code hostname}
 * @param following the next task of the flow if the task does not jump; empty if it always jumps or ends the run (rules 9.3 to
 *     9.5)
 * @param members members of a parallel task, or of the branch for a true condition
 * @param otherwise members of the branch for a false condition
 * @param written the command with its arguments as written in the file; empty if it uses no globals
 */
public record PlannedTask(
        TaskId id,
        String hostname,
        TaskKind kind,
        String command,
        Optional<TaskId> following,
        Optional<TaskId> onSuccess,
        Optional<TaskId> onFailure,
        List<TaskId> members,
        List<TaskId> otherwise,
        Optional<String> written) {

    /** How many characters of a command line are recorded (rule 16.13). */
    private static final int LONGEST_SHOWN = 4096;

    /** Returns all tasks of a workflow, in the order of their ids. */
    public static List<PlannedTask> of(Workflow workflow, RunMode mode, Secrets secrets) {
        return workflow.tasks().values().stream()
                .map(task -> {
                    Optional<TaskId> following =
                            workflow.following(task.id(), false, mode).task();
                    return of(task, following, secrets);
                })
                .toList();
    }

    private static String shown(String text, Secrets secrets) {
        return Shortened.ends(secrets.mask(text), LONGEST_SHOWN);
    }

    private static PlannedTask of(Task task, Optional<TaskId> following, Secrets secrets) {
        if (task instanceof Task.Normal normal) {
            String command = line(normal, Template::expanded);
            String written = line(normal, Template::written);
            return new PlannedTask(
                    task.id(),
                    secrets.maskStart(normal.invocation().hostname().expanded(), TaskResult.STORED_HOSTNAME),
                    TaskKind.NORMAL,
                    shown(command, secrets),
                    following.filter(id -> canReachFollowing(normal.flow())
                            && normal.returnCode().isEmpty()),
                    normal.flow().onSuccess(),
                    normal.flow().onFailure(),
                    List.of(),
                    List.of(),
                    written.equals(command) ? Optional.empty() : Optional.of(shown(written, secrets)));
        }
        if (task instanceof Task.FanOut fanOut) {
            return of(fanOut, following, secrets);
        }
        if (task instanceof Task.Group group) {
            Task.Conditional conditional = task instanceof Task.Conditional branches ? branches : null;
            return new PlannedTask(
                    task.id(),
                    "",
                    conditional == null ? TaskKind.PARALLEL : TaskKind.CONDITIONAL,
                    "",
                    following.filter(id -> canReachFollowing(group.flow())),
                    group.flow().onSuccess(),
                    group.flow().onFailure(),
                    conditional == null ? group.members() : conditional.ifTrue(),
                    conditional == null ? List.of() : conditional.ifFalse(),
                    Optional.empty());
        }
        return new PlannedTask(
                task.id(),
                "",
                TaskKind.RETURN,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static PlannedTask of(Task.FanOut task, Optional<TaskId> following, Secrets secrets) {
        String command = line(task.command(), Template::expanded);
        String written = line(task.command(), Template::written);
        return new PlannedTask(
                task.id(),
                secrets.maskStart(task.hosts().expanded(), TaskResult.STORED_HOSTNAME),
                TaskKind.FAN_OUT,
                shown(command, secrets),
                following.filter(id -> canReachFollowing(task.flow())),
                task.flow().onSuccess(),
                task.flow().onFailure(),
                List.of(),
                List.of(),
                written.equals(command) ? Optional.empty() : Optional.of(shown(written, secrets)));
    }

    private static String line(Task.Normal task, Function<Template, String> text) {
        String arguments = text.apply(task.invocation().arguments());
        return text.apply(task.invocation().command()) + (arguments.isEmpty() ? "" : " " + arguments);
    }

    /** Returns whether the flow can reach the following task (rule 9.4) after the task has run. */
    private static boolean canReachFollowing(TaskFlow flow) {
        boolean jumpsEitherWay = flow.onSuccess().isPresent()
                && (flow.next().mode() != Next.Mode.ABSENT || flow.onFailure().isPresent());
        return flow.next().mode() != Next.Mode.NEVER && !jumpsEitherWay;
    }
}
