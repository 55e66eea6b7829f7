package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Streamed output of which a remote runner sends only the start. */
class CutStreamTest {

    private static final TaskKey TASK = TaskKey.of(new TaskId(0));

    private final StringBuilder shown = new StringBuilder();

    private final RunListener listener = new RunListener() {
        @Override
        public void event(RunEvent event) {}

        @Override
        public void output(TaskKey task, OutputStreamName stream, String text) {
            shown.append(text);
        }

        @Override
        public boolean wantsOutput() {
            return true;
        }
    };

    private void stream(String output, int sent, Secrets secrets) {
        MaskedOutput masked = new MaskedOutput(listener, secrets);
        masked.output(TASK, OutputStreamName.STDOUT, output.substring(0, sent));
        masked.event(new RunEvent.CommandEnded(
                TASK, new CommandResult(0, false, Output.of(output), Output.EMPTY, Duration.ZERO), secrets, true));
    }

    @Test
    @DisplayName(
            "16.13 the end of a streamed output follows the part that was sent, with the number of characters in between")
    void endFollows() {
        stream("x".repeat(2_000_000) + "FATAL\n", OutputListener.MOST_SENT, Secrets.NONE);

        assertThat(shown.substring(0, OutputListener.MOST_SENT)).isEqualTo("x".repeat(OutputListener.MOST_SENT));
        assertThat(shown.substring(OutputListener.MOST_SENT))
                .startsWith("\n[... 885894 characters ...]\nxxx")
                .endsWith("xxxFATAL\n");
    }

    @Test
    @DisplayName("16.13 a streamed output that was sent completely has no gap")
    void complete() {
        stream("x".repeat(2_000_000), 2_000_000, Secrets.NONE);

        assertThat(shown).hasSize(2_000_000).doesNotContain("[...");
    }

    @Test
    @DisplayName("16.11 the end of a large output is not shown if the output is not streamed")
    void notStreamed() {
        new MaskedOutput(listener, Secrets.NONE)
                .event(new RunEvent.CommandEnded(
                        TASK,
                        new CommandResult(0, false, Output.of("x".repeat(2_000_000)), Output.EMPTY, Duration.ZERO),
                        Secrets.NONE,
                        false));

        assertThat(shown).isEmpty();
    }

    @Test
    @DisplayName("16.13 a stream that was not cut has no gap, also if an earlier session showed its start")
    void continued() {
        stream("shown before, shown now", 0, Secrets.NONE);

        assertThat(shown).isEmpty();
    }

    @Test
    @DisplayName("16.4 secrets in the end of a streamed output are masked")
    void masked() {
        stream("x".repeat(2_000_000) + "hunter2", OutputListener.MOST_SENT, Secrets.of(List.of("hunter2")));

        assertThat(shown.toString()).endsWith("x****").doesNotContain("hunter2");
    }
}
