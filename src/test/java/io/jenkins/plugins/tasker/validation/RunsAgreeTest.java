package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Runs random workflows with random results in the engine and compares the runs with the findings of the validation.
 * Both implement the same rules independently.
 */
class RunsAgreeTest {

    private static final int RUNS = 12;
    private static final int MAX_EVENTS = 150;

    /** The events of several runs of one workflow. */
    private static final class Seen {
        private final Set<TaskId> tasks = new HashSet<>();
        private final List<RunEvent.TaskStarted> started = new ArrayList<>();
        private final Set<String> afterGaps = new HashSet<>();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    @Label("13.6 Runs never do what W25, W26, W27 and W30 call impossible, and W26 covers every gap")
    void impossibleThingsDoNotHappen(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        String text = workflow(random);
        RunMode mode = new RunMode(false, random.nextInt(4) == 0, false);
        TaskFile file = TaskFileParser.parse(text);
        List<Finding> findings = TaskFileValidator.validate(
                file,
                new OptionsBuilder(ExecutionTypes.builtIn(), "local").mode(mode).build());
        assertThat(findings).as(text).noneMatch(Finding::isError);

        Seen seen = new Seen();
        for (int i = 0; i < RUNS; i++) {
            run(Workflow.of(file, Map.of()), mode, random, seen);
        }

        Set<TaskId> unreachable = about(findings, FindingCode.W27);
        assertThat(seen.tasks).as(text).noneMatch(unreachable::contains);
        for (RunEvent.TaskStarted start : seen.started) {
            assertThat(findings).as("%s%nstarted: %s", text, start).noneMatch(finding -> isRefuted(finding, start));
        }
        Set<String> gaps = findings.stream()
                .filter(finding -> finding.code() == FindingCode.W26)
                .map(finding -> finding.message().replaceAll(".*with task ", ""))
                .collect(Collectors.toSet());
        assertThat(seen.afterGaps).as(text).allMatch(gaps::contains);
    }

    /** Returns whether a start refutes a W25: the argument that allegedly comes too early had a value. */
    private static boolean isRefuted(Finding finding, RunEvent.TaskStarted start) {
        return finding.code() == FindingCode.W25
                && finding.location().task().equals(Optional.of(start.task().task()))
                && !start.commandLine().contains(finding.location().offending());
    }

    private static Set<TaskId> about(List<Finding> findings, FindingCode code) {
        return findings.stream()
                .filter(finding -> finding.code() == code)
                .map(finding -> finding.location().task().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static void run(Workflow workflow, RunMode mode, Random random, Seen seen) throws Exception {
        WorkflowEngine[] engine = new WorkflowEngine[1];
        int[] events = {0};
        Set<TaskId> handlers =
                workflow.tasks().keySet().stream().filter(workflow::isHandler).collect(Collectors.toSet());
        boolean[] failurePath = {false};
        engine[0] = new WorkflowEngine(
                workflow,
                new RunOptions(
                        new ExecutionSettings(
                                ExecutionTypes.builtIn(),
                                new TaskDefaults("local", Duration.ofSeconds(30)),
                                UpperLimits.NONE),
                        mode,
                        Optional.empty(),
                        Map.of(),
                        Secrets.NONE,
                        HostSources.none(),
                        TemporaryFile::new),
                (command, listener) -> ended(command, listener, random.nextInt(3) == 0 ? 1 : 0),
                FakePrograms.NONE,
                event -> {
                    if (++events[0] > MAX_EVENTS) {
                        engine[0].interrupt(Interrupt.ABORT);
                    }
                    if (event instanceof RunEvent.TaskStarted started) {
                        seen.started.add(started);
                        seen.tasks.add(started.task().task());
                    } else if (event instanceof RunEvent.TaskSkipped skipped) {
                        seen.tasks.add(skipped.task().task());
                    } else if (event instanceof RunEvent.GroupStarted group) {
                        seen.tasks.add(group.task().task());
                    } else if (event instanceof RunEvent.Moved moved) {
                        TaskId from = moved.from().task();
                        // This test treats an on_success jump to a handler as one by on_failure, after which gaps are
                        // not reported.
                        failurePath[0] = moved.jump() ? handlers.contains(moved.to()) : failurePath[0];
                        if (!moved.jump()
                                && !failurePath[0]
                                && workflow.following(from, false, RunMode.REAL_RUN)
                                        .crossesGap()) {
                            seen.afterGaps.add(moved.to().toString());
                        }
                    }
                },
                Clock.systemUTC());
        engine[0].run();
    }

    private static RunningCommand ended(Command command, OutputListener listener, int exitCode) {
        CompletableFuture<CommandResult> result = CompletableFuture.completedFuture(
                new CommandResult(exitCode, false, Output.of("out"), Output.EMPTY, Duration.ZERO));
        return new RunningCommand() {
            @Override
            public CompletableFuture<CommandResult> result() {
                return result;
            }

            @Override
            public void terminate() {
                // The command has already ended.
            }

            @Override
            public void kill() {
                // The command has already ended.
            }
        };
    }

    /** Generates tasks of all kinds, with gaps, jumps, loops, conditions and references to each other. */
    private static String workflow(Random random) {
        List<Integer> ids = new ArrayList<>();
        for (int id = 0; id < 11; id++) {
            if (id == 0 || random.nextInt(3) > 0) {
                ids.add(id);
            }
        }
        int[] kinds = ids.stream().mapToInt(id -> random.nextInt(12)).toArray();
        List<Integer> plain = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] > 2) {
                plain.add(ids.get(i));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < kinds.length; i++) {
            text.append("task=").append(ids.get(i)).append('\n');
            boolean group = kinds[i] <= 2 && !plain.isEmpty();
            if (group && kinds[i] == 0) {
                text.append("type=conditional\ncondition=").append(condition(random, ids));
                text.append("if_true_tasks=").append(some(random, plain)).append('\n');
                text.append(random.nextBoolean() ? "if_false_tasks=" + some(random, plain) + "\n" : "");
            } else if (group) {
                text.append("type=parallel\ntasks=").append(some(random, plain)).append('\n');
            } else {
                text.append("hostname=h\ncommand=c\narguments=@")
                        .append(one(random, ids))
                        .append("_stdout@\n");
                text.append(random.nextInt(8) == 0 ? "return=" + random.nextInt(3) + "\n" : "");
            }
            if (random.nextInt(5) == 0 && !(group && kinds[i] == 0)) {
                text.append("condition=").append(condition(random, ids));
            }
            routing(random, ids, text);
        }
        return text.toString();
    }

    private static void routing(Random random, List<Integer> ids, StringBuilder text) {
        switch (random.nextInt(9)) {
            case 0 -> text.append("next=always\n");
            case 1 -> text.append("next=never\n");
            case 2 -> text.append("next=loop\nloop=2\n");
            case 3 -> text.append("loop=1\nloop_break=exit_1\n");
            case 4 -> text.append("next=exit_0\n");
            default -> {
                // Without next.
            }
        }
        if (random.nextInt(4) == 0) {
            text.append("on_success=").append(one(random, ids)).append('\n');
        }
        if (random.nextInt(3) == 0) {
            text.append("on_failure=").append(one(random, ids)).append('\n');
        }
    }

    private static String condition(Random random, List<Integer> ids) {
        return (random.nextBoolean() ? "NOT " : "") + "@" + one(random, ids) + "_success@\n";
    }

    private static int one(Random random, List<Integer> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static String some(Random random, List<Integer> ids) {
        return random.ints(1 + random.nextInt(3), 0, ids.size())
                .mapToObj(i -> String.valueOf(ids.get(i)))
                .collect(Collectors.joining(","));
    }
}
