package io.jenkins.plugins.tasker.journal.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputCollector;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputStoreTest {

    private static final TaskKey TASK = TaskKey.of(new TaskId(7));
    private static final Pattern GAP = Pattern.compile("\n\\[\\.\\.\\. (\\d+) characters? \\.\\.\\.\\]\n");

    @TempDir
    private Path directory;

    private final List<String> problems = new ArrayList<>();
    private OutputSpace space = new OutputSpace();
    private OutputLimits limits = new OutputLimits(200_000, 1_000_000);
    private Secrets secrets = Secrets.NONE;

    private StoredOutputs outputs() {
        return new StoredOutputs(directory.resolve("outputs"));
    }

    private OutputStore store() {
        return new OutputStore(outputs(), space, limits, secrets, problems::add);
    }

    private static CommandResult result(Output stdout, Output stderr) {
        return new CommandResult(0, false, stdout, stderr, Duration.ZERO);
    }

    private void store(TaskKey task, Output stdout, Output stderr) {
        store().store(command(task), result(stdout, stderr));
    }

    private static Command command(TaskKey task) {
        return new Command(task.id(), List.of("print", "hunter2-value"), Duration.ZERO, Map.of(), "");
    }

    private String stored(OutputStreamName stream) throws IOException {
        return Files.readString(outputs().find(TASK, stream).orElseThrow());
    }

    @Test
    @DisplayName("16.11 an output that the record holds in parts is stored completely")
    void complete() throws Exception {
        String text = "line\n".repeat(20_000) + "the end";
        store(TASK, Output.of(text), Output.of("short"));

        assertThat(stored(OutputStreamName.STDOUT)).isEqualTo(text);
        assertThat(outputs().find(TASK, OutputStreamName.STDERR)).isEmpty();
    }

    @Test
    @DisplayName("16.11 an output that the record holds without a gap has no file")
    void recorded() {
        assertThat(store().isNeeded(result(Output.of("x".repeat(5120)), Output.of("y".repeat(5120)))))
                .isFalse();
        assertThat(store().isNeeded(result(Output.EMPTY, Output.of("y".repeat(5121)))))
                .isTrue();
    }

    @Test
    @DisplayName(
            "16.13 of an output above the limit, first and last part are stored, with the number of characters in between")
    void cut() throws Exception {
        String text = "first" + "x".repeat(300_000) + "last";
        store(TASK, Output.of(text), Output.EMPTY);

        assertThat(stored(OutputStreamName.STDOUT))
                .startsWith("firstxxx")
                .endsWith("xxxlast")
                .satisfies(stored -> assertEnds(text, stored));
        assertThat(size()).isBetween(200_000L, 200_050L);
    }

    /** The parts are the ends of the text, and the gap is what lies between them. */
    private static void assertEnds(String text, String stored) {
        Matcher gap = GAP.matcher(stored);
        assertThat(gap.find()).isTrue();
        String first = stored.substring(0, gap.start());
        String last = stored.substring(gap.end());
        assertThat(text).startsWith(first).endsWith(last);
        assertThat(Long.parseLong(gap.group(1))).isEqualTo(text.length() - first.length() - last.length());
    }

    private long size() throws IOException {
        return outputs().bytes();
    }

    @Test
    @DisplayName("16.11 the limit counts bytes, and no character is cut in the middle")
    void characters() throws Exception {
        limits = new OutputLimits(100_001, 1_000_000);
        String text = "a" + "\u00e4\u20ac\uD83D\uDE00".repeat(40_000);
        store(TASK, Output.of(text), Output.EMPTY);

        assertThat(stored(OutputStreamName.STDOUT))
                .doesNotContain("\uFFFD", "?")
                .satisfies(stored -> assertEnds(text, stored));
        assertThat(size()).isBetween(99_900L, 100_050L);
    }

    @Test
    @DisplayName(
            "16.11 stdout and stderr of an attempt share the limit; what the shorter one leaves belongs to the longer one")
    void both() throws Exception {
        String stderr = "e".repeat(40_000);
        store(TASK, Output.of("o".repeat(500_000)), Output.of(stderr));

        assertThat(stored(OutputStreamName.STDERR)).isEqualTo(stderr);
        assertThat(stored(OutputStreamName.STDOUT).length()).isBetween(160_000, 160_050);
    }

    @Test
    @DisplayName("16.11 outputs of a build are stored until they reach its limit; then one message names it")
    void spaceOfBuild() throws Exception {
        limits = new OutputLimits(200_000, 300_000);
        OutputStore store = store();
        for (int i = 0; i < 5; i++) {
            store.store(command(TaskKey.of(new TaskId(i))), result(Output.of("x".repeat(1_000_000)), Output.EMPTY));
        }

        assertThat(size()).isBetween(300_000L, 300_200L);
        assertThat(problems)
                .containsExactly("The stored outputs of this build have reached 0 MB; of further outputs only the first"
                        + " and the last part are kept");
    }

    @Test
    @DisplayName("16.11 small outputs use only the space of their files")
    void spaceIsReturned() throws Exception {
        limits = new OutputLimits(200_000, 300_000);
        for (int i = 0; i < 40; i++) {
            store(TaskKey.of(new TaskId(i)), Output.of("x".repeat(6000)), Output.EMPTY);
        }

        assertThat(size()).isEqualTo(240_000);
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("16.11 the outputs of earlier runs of a build count")
    void earlierRuns() throws Exception {
        limits = new OutputLimits(200_000, 250_000);
        store(TASK, Output.of("x".repeat(200_000)), Output.EMPTY);
        space = OutputSpace.usedBy(
                List.of(directory.resolve("missing"), outputs().directory()));
        store(TaskKey.of(new TaskId(8)), Output.of("x".repeat(200_000)), Output.EMPTY);

        assertThat(size()).isEqualTo(200_000);
        assertThat(problems).hasSize(1);
    }

    @Test
    @DisplayName("16.11 an output that is stored again, after a restart, replaces the earlier file and its space")
    void again() throws Exception {
        limits = new OutputLimits(200_000, 210_000);
        store(TASK, Output.of("a".repeat(150_000)), Output.EMPTY);
        store(TASK, Output.of("b".repeat(150_000)), Output.EMPTY);

        assertThat(stored(OutputStreamName.STDOUT)).isEqualTo("b".repeat(150_000));
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("16.4 secrets in stored outputs are masked, also where a part was skipped")
    void masked() throws Exception {
        secrets = Secrets.of(List.of("hunter2-value"));
        String text = "x hunter2-value\n".repeat(50_000);
        store(TASK, Output.of(text), Output.EMPTY);

        assertThat(stored(OutputStreamName.STDOUT))
                .contains("x ****\n", "characters ...]\n")
                .doesNotContain("hunter", "value");
    }

    @Test
    @DisplayName("16.11 only the parts that are stored are read from the agent")
    void skipped() throws Exception {
        String text = "0123456789".repeat(5_000_000);
        long[] read = new long[1];
        store(TASK, TestOutputs.counting(Output.of(text), read), Output.EMPTY);

        assertThat(stored(OutputStreamName.STDOUT)).satisfies(stored -> assertEnds(text, stored));
        assertThat(read[0]).isLessThan(400_000);
    }

    @Test
    @DisplayName("16.11 a large output is read from its temporary file")
    void spooled() throws Exception {
        byte[] bytes = "0123456789\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        OutputCollector collector = new OutputCollector(
                OutputStreamName.STDOUT,
                OutputListener.NONE,
                TemporaryFile.in(Files.createDirectory(directory.resolve("t"))));
        for (int i = 0; i < 1000; i++) {
            collector.accept(ByteBuffer.wrap(bytes));
        }
        collector.end();
        Output output = collector.output();
        store(TASK, output, Output.EMPTY);

        assertThat(stored(OutputStreamName.STDOUT))
                .startsWith("0123456789\n")
                .endsWith("0123456789\n")
                .contains("[... ");
        output.close();
    }

    @Test
    @DisplayName("16.11 an output that cannot be read is reported, masked, and leaves no file and no reserved space")
    void unreadable() throws Exception {
        secrets = Secrets.of(List.of("hunter2-value"));
        store(TASK, TestOutputs.failing(), Output.EMPTY);

        assertThat(problems)
                .containsExactly("The complete STDOUT of 'print ****' could not be stored: the agent has gone");
        try (var files = Files.list(outputs().directory())) {
            assertThat(files).isEmpty();
        }
        assertThat(space.reserve(1_000_000, 1_000_000)).isEqualTo(1_000_000);
    }

    @Test
    @DisplayName("16.11 nothing is stored if the administrator has set the limit to 0")
    void none() {
        limits = new OutputLimits(0, 1_000_000);

        assertThat(store().isNeeded(result(Output.of("x".repeat(10_000)), Output.EMPTY)))
                .isFalse();
    }

    @Test
    @DisplayName("6.3 a stored output names what was lost")
    void lost() throws Exception {
        store(TASK, TestOutputs.with(Output.of("x".repeat(10_000)), "loss", "disk full"), Output.EMPTY);

        assertThat(stored(OutputStreamName.STDOUT)).endsWith("x\n[the rest could not be kept: disk full]\n");
    }
}
