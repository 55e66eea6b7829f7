package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real commands with more output than fits into memory, on a disk without free space. */
class LostOutputTest {

    private static final String LARGE = "command=seq 1 30000 && echo FATAL: backup failed";

    private final LocalCommandRunner runner =
            new LocalCommandRunner(Path.of("/"), Map.of("PATH", "/usr/bin:/bin"), () -> {
                throw new IOException("No space left on device");
            });

    @AfterEach
    void close() {
        runner.close();
    }

    private Flow run(String... lines) {
        List<String> file = new ArrayList<>(List.of("task=0", "hostname=", "exec=local", LARGE));
        file.addAll(List.of(lines));
        return Flow.of(file.toArray(String[]::new)).on(runner).run();
    }

    @Test
    @DisplayName("6.3 a task with an output that cannot be kept is not successful, with exit code 126")
    void notSuccessful() {
        Flow flow = run();

        assertThat(flow.result(0).exitCode()).isEqualTo(126);
        assertThat(flow.result(0).success()).isFalse();
    }

    @Test
    @DisplayName("6.3 the reason why an output cannot be kept is logged at ERROR")
    void reason() {
        assertThat(run().notes(Level.ERROR))
                .singleElement()
                .asString()
                .contains("stdout could not be kept")
                .contains("No space left on device");
    }

    @DisplayName("6.3 a condition that reads a lost output is false as a whole, under NOT too")
    @ParameterizedTest(name = "next={0}")
    @ValueSource(
            strings = {
                "stdout!~FATAL",
                "NOT stdout~FATAL",
                "NOT stdout=~FATAL",
                "stdout~1",
                "stdout_count>0",
                "exit_126|NOT stdout=x"
            })
    void conditions(String next) {
        assertThat(run("next=" + next, "on_failure=9", "task=9", "return=9").exitCode())
                .isEqualTo(9);
    }

    @Test
    @DisplayName("6.3 a condition that reads only the complete output is evaluated")
    void otherOutput() {
        assertThat(run("next=exit_126&stderr~", "on_failure=9", "task=1", "return=1", "task=9", "return=9")
                        .exitCode())
                .isEqualTo(1);
    }

    @DisplayName("6.3 success cannot make a task with a lost output successful")
    @ParameterizedTest(name = "success={0}")
    @ValueSource(strings = {"true", "exit_126", "NOT stdout~FATAL"})
    void success(String success) {
        assertThat(run("success=" + success).result(0).success()).isFalse();
    }

    @DisplayName("6.3 an element of a lost output, or one that cannot be kept itself, is lost")
    @ParameterizedTest(name = "element {0}")
    @CsvSource({"newline, 0", "newline, 29999"})
    void split(String delimiter, int index) {
        Flow flow = run(
                "stdout_split=" + delimiter + "," + index, "next=NOT stdout~x", "on_failure=9", "task=9", "return=9");

        assertThat(flow.exitCode()).isEqualTo(9);
    }

    @Test
    @DisplayName("6.3 a member of a group with a lost output fails")
    void member() {
        Flow flow = Flow.of("task=0", "type=parallel", "tasks=1", "task=1", "hostname=", "exec=local", LARGE)
                .on(runner)
                .run();

        assertThat(flow.result(1).exitCode()).isEqualTo(126);
    }
}
