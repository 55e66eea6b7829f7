package io.jenkins.plugins.tasker.report.files;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.SummaryColumn;
import io.jenkins.plugins.tasker.report.SummaryRow;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSummaryTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String HEADER =
            "Timestamp\tTask File\tTask ID\tHostname\tCommand\tExit Code\tStatus\tLog File";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("project_X_summary.log");
    }

    @Test
    @DisplayName("16.7 the error of a missing directory contains the row")
    void errorOfAMissingDirectoryContainsTheRow() {
        ProjectSummary summary = new ProjectSummary(Path.of("no-such-directory/project_P_summary.log"));
        SummaryRow row = SummaryRow.notRun(Instant.EPOCH, ZoneId.of("UTC"), "deploy.txt", 20, "deploy.log");

        assertThatThrownBy(() -> summary.append(row))
                .hasMessageContaining("cannot be written: its directory does not exist; unwritten row: 1970-01-01")
                .hasMessageContaining("deploy.txt");
    }

    @Test
    @DisplayName("16.8 the status is DECLINED if the plan was declined, and the row names who")
    void declined() {
        SummaryRow row = SummaryRow.notRun(Instant.EPOCH, ZoneId.of("UTC"), "deploy.txt", 0, "deploy.log")
                .declined(Optional.of("alice"));

        assertThat(SummaryColumn.line(row))
                .isEqualTo("1970-01-01 00:00:00\tdeploy.txt\tN/A\tN/A\tdeclined by alice\t0\tDECLINED\tdeploy.log\n");
    }

    @Test
    @DisplayName("16.7 a new file begins with the header; each run appends a row")
    void rowsFollowTheHeader() throws IOException {
        ProjectSummary summary = new ProjectSummary(file);
        SampleRun run = new SampleRun()
                .task(key(0), "web1", "pbrun -n -h web1 id", 0, "", 5)
                .task(key(3), "web2", "pbrun -n -h web2 deploy", 1, "", 995);

        summary.append(SummaryRow.of(run.runEnd(14, "stopped", key(3)).record(), BERLIN, "deploy_20260301_090001.log"));
        summary.append(SummaryRow.notRun(
                Instant.parse("2026-03-01T08:00:02Z"), BERLIN, "deploy.txt", 20, "deploy_20260301_090002.log"));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        HEADER,
                        "2026-03-01 09:00:01\tdeploy.txt\t3\tweb2\tpbrun -n -h web2 deploy\t1\tFAILURE\t"
                                + "deploy_20260301_090001.log",
                        "2026-03-01 09:00:02\tdeploy.txt\tN/A\tN/A\tN/A\t20\tFAILURE\tdeploy_20260301_090002.log");
    }

    @Test
    @DisplayName("16.7 the row of a group contains the parent; 16.8 the status is that of the run")
    void groupIsTheLastTask() {
        SampleRun run = new SampleRun()
                .group(key(5), 2, 7)
                .groupEnd(key(5), new GroupCounts(0, 1, 0, 0), 20)
                .runEnd(0, "no task follows task 5", key(5));

        assertThat(SummaryColumn.line(SummaryRow.of(run.record(), BERLIN, "x.log")))
                .isEqualTo("2026-03-01 09:00:00\tdeploy.txt\t5\tparallel\tN/A\t1\tSUCCESS\tx.log\n");
    }

    @Test
    @DisplayName("16.8 tabs and line ends in values become blanks")
    void valuesStayInTheirColumn() {
        SampleRun run =
                new SampleRun().task(key(0), "h", "echo\r\nx\ny", 0, "", 5).runEnd(0, "", key(0));
        SummaryRow row =
                new SummaryRow(SampleRun.START, BERLIN, "a\tb", 0, run.record().lastTask(), "\u001b", Optional.empty());

        assertThat(SummaryColumn.line(row)).isEqualTo("2026-03-01 09:00:00\ta b\t0\th\techo x y\t0\tSUCCESS\t\\x1B\n");
    }

    @Test
    void rowAfterAnIncompleteRowStartsANewLine() throws IOException {
        Files.writeString(file, HEADER + "\n2026-03-01 08:0");

        new ProjectSummary(file).append(row("new"));

        assertThat(Files.readAllLines(file)).hasSize(3).last().asString().endsWith("new");
    }

    @Test
    @DisplayName("16.7 the error of a taken lock contains the row")
    void errorOfATakenLockContainsTheRow() throws Exception {
        Process other = writer("hold");
        try {
            assertThat(other.getInputStream().read()).isEqualTo('L');

            assertThatThrownBy(() -> new ProjectSummary(file, Duration.ofMillis(1200)).append(row("lost.log")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("project summary " + file + " cannot be written: another run kept it locked for"
                            + " more than 1 s; unwritten row: 2026-03-01 09:00:00\tdeploy.txt\tN/A\tN/A\tN/A\t0"
                            + "\tSUCCESS\tlost.log");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    @DisplayName("16.7 50 concurrent processes lose no row")
    void concurrentProcessesLoseNoRow() throws Exception {
        List<Process> writers = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            writers.add(writer(Integer.toString(i)));
            for (int row = 0; row < Writer.ROWS; row++) {
                expected.add(i + "-" + row);
            }
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.split("\t", -1).length == 8);
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.substring(line.lastIndexOf('\t') + 1))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @DisplayName("16.7 20 concurrent threads lose no row")
    void concurrentThreadsLoseNoRow() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "thread-" + i;
            Thread thread = new Thread(() -> {
                try {
                    new ProjectSummary(file).append(row(name));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Files.readAllLines(file)).hasSize(21).doesNotHaveDuplicates();
    }

    private Process writer(String name) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static SummaryRow row(String logFile) {
        return SummaryRow.notRun(SampleRun.START, BERLIN, "deploy.txt", 0, logFile);
    }

    /** A separate process that appends rows, or keeps the lock until it is killed. */
    static final class Writer {

        static final int ROWS = 4;

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            if (arguments[1].equals("hold")) {
                try (RandomAccessFile held = new RandomAccessFile(file.toFile(), "rw")) {
                    held.getChannel().lock();
                    System.out.print('L');
                    System.out.flush();
                    TimeUnit.MINUTES.sleep(1);
                }
            }
            for (int i = 0; i < ROWS; i++) {
                new ProjectSummary(file).append(row(arguments[1] + "-" + i));
            }
        }
    }

    @Test
    @DisplayName("16.7 a summary as text has the columns of the file")
    void textOfRows() {
        SummaryRow row =
                SummaryRow.notRun(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC, "deploy.txt", 20, "job#3");

        assertThat(ProjectSummary.text(List.of(row)))
                .isEqualTo("Timestamp\tTask File\tTask ID\tHostname\tCommand\tExit Code\tStatus\tLog File\n"
                        + "2026-03-01 08:00:00\tdeploy.txt\tN/A\tN/A\tN/A\t20\tFAILURE\tjob#3\n");
        assertThat(LogFileSet.summaryName("pay/ments")).isEqualTo("project_pay_ments_summary.log");
    }
}
