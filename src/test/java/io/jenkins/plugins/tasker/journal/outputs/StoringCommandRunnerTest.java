package io.jenkins.plugins.tasker.journal.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class StoringCommandRunnerTest {

    private static final TaskKey TASK = TaskKey.of(new TaskId(7));
    private static final Command COMMAND =
            new Command(TASK.id(), List.of("print"), Duration.ofSeconds(5), Map.of(), "");
    private static final CommandResult LONG =
            new CommandResult(3, false, Output.of("x".repeat(10_000)), Output.EMPTY, Duration.ZERO);
    private static final CommandResult SHORT = new CommandResult(0, false, Output.of("x"), Output.EMPTY, Duration.ZERO);

    @TempDir
    private Path directory;

    private final CompletableFuture<CommandResult> end = new CompletableFuture<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private final RunningCommand running = new RunningCommand() {
        @Override
        public CompletableFuture<CommandResult> result() {
            return end;
        }

        @Override
        public void terminate() {
            calls.add("terminate");
        }

        @Override
        public void kill() {
            calls.add("kill");
        }

        @Override
        public void release() {
            calls.add("release");
        }
    };

    private final CommandRunner runner = new CommandRunner() {
        @Override
        public RunningCommand start(Command command, OutputListener listener) {
            calls.add("start");
            return running;
        }

        @Override
        public RunningCommand reattach(Command command, OutputListener listener) {
            calls.add("reattach");
            return running;
        }

        @Override
        public String node(String hostname) {
            return "node of " + hostname;
        }
    };

    private StoringCommandRunner storing() {
        return new StoringCommandRunner(
                runner,
                new OutputStore(
                        outputs(), new OutputSpace(), OutputLimits.megabytes(1, 1), Secrets.NONE, problems::add));
    }

    private StoredOutputs outputs() {
        return new StoredOutputs(directory.resolve("outputs"));
    }

    @Test
    @DisplayName("16.11 the output is stored before the result of a command is known")
    void storedFirst() throws Exception {
        try (StoringCommandRunner storing = storing()) {
            CompletableFuture<Boolean> stored = storing.start(COMMAND, OutputListener.NONE)
                    .result()
                    .thenApply(result -> result == LONG
                            && outputs().find(TASK, OutputStreamName.STDOUT).isPresent());
            assertThat(stored).isNotDone();
            end.complete(LONG);

            assertThat(stored.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @DisplayName("16.11 the output of a command that is reattached to is stored, too")
    void reattached() throws Exception {
        try (StoringCommandRunner storing = storing()) {
            RunningCommand command = storing.reattach(COMMAND, OutputListener.NONE);
            end.complete(LONG);
            command.result().get(10, TimeUnit.SECONDS);

            assertThat(outputs().find(TASK, OutputStreamName.STDOUT)).isPresent();
            assertThat(calls).containsExactly("reattach");
        }
    }

    @Test
    @DisplayName("a short output costs no thread")
    void shortOutput() {
        try (StoringCommandRunner storing = storing()) {
            RunningCommand command = storing.start(COMMAND, OutputListener.NONE);
            end.complete(SHORT);

            assertThat(command.result()).isCompletedWithValue(SHORT);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    @DisplayName("an unknown end stays unknown, with its reason")
    void unknownEnd() {
        try (StoringCommandRunner storing = storing()) {
            RunningCommand command = storing.start(COMMAND, OutputListener.NONE);
            List<Throwable> failures = new ArrayList<>();
            command.result().whenComplete((result, failure) -> failures.add(failure));
            end.completeExceptionally(new UnknownEndException("the agent has gone"));

            assertThat(failures).singleElement().isInstanceOf(UnknownEndException.class);
            assertThatThrownBy(() -> command.result().get()).hasMessageContaining("the agent has gone");
        }
    }

    @Test
    @DisplayName("a result does not get lost if its output cannot be stored, or the run is over")
    void problem() throws Exception {
        try (StoringCommandRunner storing = new StoringCommandRunner(
                runner,
                new OutputStore(
                        new StoredOutputs(Path.of("/dev/null/outputs")),
                        new OutputSpace(),
                        OutputLimits.megabytes(1, 1),
                        Secrets.NONE,
                        problems::add))) {
            RunningCommand first = storing.start(COMMAND, OutputListener.NONE);
            RunningCommand second = storing.start(COMMAND, OutputListener.NONE);
            end.complete(LONG);

            assertThat(first.result().get(10, TimeUnit.SECONDS)).isSameAs(LONG);
            assertThat(second.result().get(10, TimeUnit.SECONDS)).isSameAs(LONG);
            assertThat(problems).hasSize(2).allMatch(problem -> problem.contains("'print' could not be stored: "));
            storing.close();
            assertThat(storing.start(COMMAND, OutputListener.NONE).result()).isCompletedWithValue(LONG);
        }
    }

    @Test
    @DisplayName("terminate, kill, release and the choice of a node reach the command")
    void delegated() {
        try (StoringCommandRunner storing = storing()) {
            RunningCommand command = storing.start(COMMAND, OutputListener.NONE);
            command.terminate();
            command.kill();
            command.release();

            assertThat(calls).containsExactly("start", "terminate", "kill", "release");
            assertThat(storing.node("db")).isEqualTo("node of db");
        }
    }
}
