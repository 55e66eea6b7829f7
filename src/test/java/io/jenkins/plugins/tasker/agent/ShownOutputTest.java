package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownOutputTest {

    private static final Command COMMAND = new Command("1.0", List.of("true"), Duration.ofSeconds(5), Map.of(), "");

    @TempDir
    private Path directory;

    private final StringBuilder stdout = new StringBuilder();
    private final StringBuilder stderr = new StringBuilder();

    private ShownOutput open(OutputListener listener) throws IOException {
        return new ShownOutputLog(directory.resolve("shown")).open(COMMAND, listener);
    }

    private ShownOutput open() throws IOException {
        return open((stream, text) -> (stream == OutputStreamName.STDOUT ? stdout : stderr).append(text));
    }

    private static Report.Text out(long offset, String text) {
        return new Report.Text(7, OutputStreamName.STDOUT, offset, text);
    }

    private static Report.Text err(long offset, String text) {
        return new Report.Text(7, OutputStreamName.STDERR, offset, text);
    }

    @Test
    void textThatIsSentAgainShouldBeShownOnce() throws IOException {
        ShownOutput output = open();
        output.receive(out(0, "one\ntwo\n"));
        output.receive(err(0, "bad\n"));

        output.receive(out(0, "one\n"));
        output.receive(out(4, "two\nthree\n"));
        output.receive(err(0, "bad\nworse\n"));

        assertThat(stdout).hasToString("one\ntwo\nthree\n");
        assertThat(stderr).hasToString("bad\nworse\n");
    }

    @Test
    void continuedRunShouldShowTheLinesThatFollow() throws IOException {
        open().receive(out(0, "one\ntwo\n"));

        open().receive(out(0, "one\ntwo\nthree\n"));

        assertThat(stdout).hasToString("one\ntwo\nthree\n");
    }

    @Test
    void continuedRunShouldShowAnUnfinishedLineFromItsStart() throws IOException {
        ShownOutput before = open();
        before.receive(err(0, "half "));
        before.receive(out(0, "one\nha"));
        stdout.setLength(0);
        stderr.setLength(0);

        ShownOutput after = open();
        after.receive(out(0, "one\nhalf\n"));
        after.receive(err(0, "half line\n"));

        assertThat(stdout).hasToString("half\n");
        assertThat(stderr).hasToString("half line\n");
    }

    @Test
    void lineThatWasCutWhenItWasRecordedShouldBeIgnored() throws IOException {
        open().receive(out(0, "one\n"));
        Files.writeString(directory.resolve("shown"), "1.0 8", StandardOpenOption.APPEND);

        open().receive(out(0, "one\ntwo\n"));

        assertThat(stdout).hasToString("one\ntwo\n");
    }

    @Test
    void failedListenerShouldReceiveNoFurtherOutput() throws IOException {
        ShownOutput output = open((stream, text) -> {
            stdout.append(text);
            throw new IllegalStateException("full");
        });

        output.receive(out(0, "one\n"));
        output.receive(out(4, "two\n"));

        assertThat(stdout).hasToString("one\n");
    }

    @Test
    void offsetsOfAHostileAgentShouldShowNothing() throws IOException {
        ShownOutput output = open();

        output.receive(out(Long.MAX_VALUE, "a\n"));
        output.receive(out(Long.MIN_VALUE, "b\n"));
        output.receive(out(-2, "c\n"));

        assertThat(stdout).isEmpty();
    }

    @Test
    void outputWithoutListenerShouldNotBeRecorded() throws IOException {
        open(OutputListener.NONE).receive(out(0, "one\n"));

        assertThat(directory.resolve("shown")).doesNotExist();
    }

    @Test
    @DisplayName("a file that a crash of the machine damaged does not prevent a run from continuing")
    void damagedFile() throws IOException {
        Files.write(
                directory.resolve("shown"),
                "1.0 4 0 .\n1.0 x 0 .\n1.0 99999999999999999999 0 .\n\0\0\0\0\n\377\376 1 1 .\n1.0 8"
                        .getBytes(StandardCharsets.ISO_8859_1));

        open().receive(out(0, "one\ntwo\n"));

        assertThat(stdout).hasToString("two\n");
    }
}
