package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BuildConsoleTest {

    private static final TaskKey SUB_TASK = TaskKey.of(new TaskId(5))
            .visit(1)
            .repetition(2)
            .member(new TaskId(7), 3)
            .retry(1);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicInteger links = new AtomicInteger();
    private final BuildConsole console = new BuildConsole(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), "job/deploy/7/tasker/1/", this::link);

    private String link(String address, String text) {
        links.incrementAndGet();
        return "<" + address + "|" + text + ">";
    }

    @Test
    @DisplayName("the label of a task links to the row of its execution on the page of the run")
    void labels() throws Exception {
        console.line(Level.INFO, SUB_TASK, "[2024-01-15 14:30:15] [INFO] Task 5-7.1: Exit code: 0");

        assertThat(text())
                .isEqualTo(
                        "[2024-01-15 14:30:15] [INFO] </job/deploy/7/tasker/1/#task-5-7.1.2.3|Task 5-7.1>: Exit code: 0\n");
    }

    @Test
    @DisplayName("all lines of a task share one link")
    void once() throws Exception {
        for (int i = 0; i < 3; i++) {
            console.line(Level.INFO, SUB_TASK, "Task 5-7.1: line " + i);
        }

        assertThat(links).hasValue(1);
    }

    @Test
    @DisplayName("other lines are unchanged")
    void others() throws Exception {
        console.line(Level.INFO, "[2024-01-15 14:30:15] [INFO] Final exit code: 0");

        assertThat(text()).isEqualTo("[2024-01-15 14:30:15] [INFO] Final exit code: 0\n");
    }

    @Test
    @DisplayName("notes of another console are removed from the output of a command, and nothing else is")
    void notes() throws Exception {
        String note = "\\x1B[8mha:////4Kw+abc/DEF==\\x1B[0m";
        console.line(Level.INFO, SUB_TASK, "Task 5-7.1: STDOUT: a" + note + "b" + note + "c \\x1B[8mha:\\x1B[1m");

        assertThat(text()).endsWith("STDOUT: abc \\x1B[8mha:\\x1B[1m\n");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
