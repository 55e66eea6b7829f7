package io.jenkins.plugins.tasker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FailureSentenceTest {

    @Test
    void taskWithUnsatisfiedNextIsNamed() throws Exception {
        assertThat(sentence("task=3\nhostname=web1\nexec=p7s\ncommand=exit 5\nnext=exit_0"))
                .isEqualTo("deploy.txt ended with exit code 14: Task 3: 'next=exit_0' is not satisfied and there is no"
                        + " 'on_failure'. Task 3 on web1: exit code 5, command: p7s web1 exit 5");
    }

    @Test
    void successfulTaskWithUnsatisfiedNextIsNamed() throws Exception {
        assertThat(sentence("task=0\nhostname=web1\nexec=p7s\ncommand=exit 0\nnext=exit_1"))
                .endsWith("Task 0 on web1: successful, exit code 0, command: p7s web1 exit 0");
    }

    @Test
    void returnNamesTheLastFailedTask() throws Exception {
        String file = """
                task=0
                hostname=web1
                exec=p7s
                command=exit 1
                on_failure=9
                task=9
                return=3
                """;

        assertThat(sentence(file))
                .startsWith("deploy.txt ended with exit code 3: Task 9 returned 3. ")
                .endsWith("Task 0 on web1: exit code 1, command: p7s web1 exit 1");
    }

    @Test
    void returnWithoutFailureNamesNoTask() throws Exception {
        assertThat(sentence("task=0\nreturn=3")).isEqualTo("deploy.txt ended with exit code 3: Task 0 returned 3");
    }

    @Test
    void groupNamesItsFailedMembers() throws Exception {
        StringBuilder file = new StringBuilder("task=0\ntype=parallel\ntasks=1,2,3,4,5\nnext=all_success\n");
        for (int i = 1; i <= 5; i++) {
            file.append("task=").append(i).append("\nhostname=web").append(i).append("\nexec=p7s\ncommand=exit ");
            file.append(i == 2 ? 0 : i).append('\n');
        }

        assertThat(sentence(file.toString()))
                .contains("Task 0-1 on web1", "Task 0-3 on web3", "Task 0-4 on web4")
                .doesNotContain("web2", "web5")
                .endsWith("; and 1 more");
    }

    @Test
    void runWithoutStartStatesTheReason() {
        assertThat(FailureSentence.of("deploy.txt", 20, new RunRecordBuilder().record(), "field 'hostname' is missing"))
                .isEqualTo("deploy.txt ended with exit code 20: no task started: field 'hostname' is missing");
    }

    private static String sentence(String file) throws Exception {
        RunRecordBuilder state = new RunRecordBuilder();
        WorkflowEngine engine = new WorkflowEngine(
                Workflow.of(TaskFileParser.parse(file), Map.of()),
                new RunOptions(
                        new ExecutionSettings(
                                ExecutionTypes.builtIn(),
                                new TaskDefaults("local", Duration.ofSeconds(30)),
                                UpperLimits.NONE),
                        RunMode.REAL_RUN,
                        Optional.empty(),
                        Map.of(),
                        Secrets.NONE,
                        HostSources.none(),
                        TemporaryFile::new),
                FailureSentenceTest::ended,
                new NoPrograms(),
                state,
                Clock.systemUTC());
        state.event(new RunEvent.RunStarted(
                Clock.systemUTC().instant(), "id", engine.start(), "deploy.txt", List.of(), "", false));
        int exitCode = engine.run().exitCode();
        return FailureSentence.of("deploy.txt", exitCode, state.record(), "");
    }

    /** A command {@code exit N} ends with N. */
    private static RunningCommand ended(Command command, OutputListener listener) {
        String last = command.argv().get(command.argv().size() - 1);
        int exitCode = Integer.parseInt(last.substring("exit ".length()));
        CommandResult result = new CommandResult(exitCode, false, Output.EMPTY, Output.EMPTY, Duration.ofMillis(1));
        return new Ended(CompletableFuture.completedFuture(result));
    }

    private record Ended(CompletableFuture<CommandResult> result) implements RunningCommand {

        @Override
        public void terminate() {}

        @Override
        public void kill() {}
    }

    private record NoPrograms() implements Programs {

        @Override
        public boolean onPath(String name) {
            return false;
        }

        @Override
        public boolean fileExists(String path) {
            return false;
        }
    }
}
