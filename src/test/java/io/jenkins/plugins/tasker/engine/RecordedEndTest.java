package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real commands with long outputs. */
class RecordedEndTest {

    private final LocalCommandRunner runner =
            new LocalCommandRunner(Path.of("/"), Map.of("PATH", "/usr/bin:/bin"), TemporaryFile::new);

    @AfterEach
    void close() {
        runner.close();
    }

    @DisplayName(
            "16.13 the record holds the start and the end of a long output, and the number of characters in between")
    @ParameterizedTest(name = "{0} lines")
    @ValueSource(ints = {900, 1000, 1100, 1500, 30_000})
    void endIsRecorded(int lines) {
        Flow flow = Flow.of("task=0", "hostname=", "exec=local", "command=seq 1 " + lines + " && echo FATAL")
                .on(runner)
                .run();
        RunEvent.TaskEnded end = flow.events.stream()
                .filter(RunEvent.TaskEnded.class::isInstance)
                .map(RunEvent.TaskEnded.class::cast)
                .findFirst()
                .orElseThrow();
        String shown = end.stdoutShown();

        assertThat(shown).startsWith("1\n2\n3\n").endsWith("\n" + lines + "\nFATAL\n");
        int gap = shown.indexOf("\n[... ");
        long kept = end.result().stdout().length() + end.stdout().end().length();
        assertThat(gap >= 0).isEqualTo(kept < end.stdout().length());
        if (gap >= 0) {
            assertThat(shown).contains("[... " + (end.stdout().length() - kept) + " character");
        }
    }
}
