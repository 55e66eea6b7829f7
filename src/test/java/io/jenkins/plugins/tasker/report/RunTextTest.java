package io.jenkins.plugins.tasker.report;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.JournalWriter;
import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.journal.RunOutline;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.html.RunParts;
import io.jenkins.plugins.tasker.report.svg.FlowPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTextTest {

    @TempDir
    Path directory;

    @Test
    void textShowsOutcomeTasksAndProblems() {
        assertThat(RunText.of("deploy_1", SampleRuns.deployment().record(), ZoneOffset.UTC, width(70)))
                .startsWith("""
                        deploy.txt
                        Run ended with exit code 1 after 14 s: Task 90 returned 1.

                        Task 5-7 on app2.example.com: exit code 124: time limit of 30 s exceeded
                        """)
                .contains("""

                        TASK   STATUS                  EXIT    TIME  HOST              COMMAND
                        0      successful                 0     1 s  app1.example.com  check
                        1      failed                     1  500 ms  lb1.example.com   wait-d…
                        """)
                .endsWith("""

                        started         2026-03-01 08:00:00
                        ended           2026-03-01 08:00:13
                        sha-256         %s
                        execution type  local (option -t)
                        tasks           6 executed, 4 successful, 1 failed, 1 timed out, 1 skipped, 1 retried, 1 not started
                        """.formatted("ab".repeat(32)));
    }

    @Test
    @DisplayName("16.12 tasks after the end of a lost record are shown as unknown")
    void lostRecord() {
        List<RunEvent> events = SampleRuns.deployment().events();
        RunRecord lost = RunRecord.of(events.subList(0, 6));

        assertThat(RunText.of("deploy_1", lost, ZoneOffset.UTC, width(100)))
                .contains("unknown whether it ran")
                .contains("It is unknown whether")
                .doesNotContain("not started");
        assertThat(new RunParts(lost, ZoneOffset.UTC, false, "").getTasks() + FlowPicture.svg(lost, false))
                .contains("unknown whether it ran")
                .doesNotContain("not started");
        assertThat(new RunParts(lost, ZoneOffset.UTC, true, "").getTasks()).contains("not started");
    }

    @Test
    void textSuggestsHowToResume() {
        assertThat(RunText.of("deploy_1", SampleRuns.deployment().record(), ZoneOffset.UTC, width(100)))
                .contains("""

                        Task 5-7 on app2.example.com: exit code 124: time limit of 30 s exceeded
                            time limit exceeded

                        To resume: tasker -r -t local --resume-from=deploy_1 --start-from=5 --only-failed deploy.txt

                        TASK""");
    }

    @Test
    @DisplayName("24.3 tasks with one cause are one problem with folded hosts")
    void foldedHosts() {
        SampleRun run = new SampleRun();
        for (int member = 1; member <= 20; member++) {
            run.start(key(member), "web%02d".formatted(member), "check").end(key(member), 1, "", "no route", 10, false);
        }
        assertThat(RunText.of("x", run.record(), ZoneOffset.UTC, width(100)))
                .contains(
                        "Tasks 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more on web[01-20]: exit code 1\n    no route\n");
    }

    @Test
    void successfulRunHasNoSuggestion() {
        assertThat(RunText.of("x", SampleRuns.sequence(150).record(), ZoneOffset.UTC, width(100)))
                .contains("Run ended successfully", "1 task failed along the way.")
                .doesNotContain("To resume");
    }

    @Test
    void listHasALineForEachRun() throws IOException {
        Path ended = record("ended", SampleRuns.deployment());
        Path cut = record("cut", new SampleRun().start(key(3), "h", "x"));
        Path other = Files.writeString(directory.resolve("other.journal"), "hello\n");

        assertThat(RunList.of(List.of(ended, cut, other), RunFilter.ALL, ZoneOffset.UTC, 120))
                .isEqualTo("""
                        NAME   STARTED              TASK FILE   OUTCOME     EXIT  LAST TASK  TIME
                        ended  2026-03-01 08:00:00  deploy.txt  failed         1         90  14 s
                        cut    2026-03-01 08:00:00  deploy.txt  unfinished                3  0 ms
                        other                                   unreadable
                        """ + other + ": line 1: this is not the journal of a run; journals end with .journal\n");
    }

    @Test
    void outlineOfAnEndedRunEqualsTheWholeRecord() throws IOException {
        Path file = record("ended", SampleRuns.deployment());

        RunRecord outline = RunOutline.read(file);
        RunRecord whole = RunRecord.read(file);
        assertThat(outline.started()).isEqualTo(whole.started());
        assertThat(outline.ended()).isEqualTo(whole.ended());
        assertThat(outline.wallTime()).isEqualTo(whole.wallTime());
        assertThat(outline.lastTask().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("changed")
                .isEqualTo(whole.lastTask().orElseThrow());
    }

    @Test
    void controlCharactersAreEscaped() {
        String text = RunText.of(
                "x",
                new SampleRun()
                        .task(key(0), "h", "echo \u001b[2J", 1, "\u001b]0;gotcha\u0007", 5)
                        .record(),
                ZoneOffset.UTC,
                width(200));

        assertThat(text).contains("\\x1B[2J").doesNotContain("\u001b", "\u0007");
    }

    private Path record(String name, SampleRun run) throws IOException {
        Path file = directory.resolve(name + RecordedRuns.SUFFIX);
        try (JournalWriter writer = JournalWriter.create(file, lost -> {
            throw new AssertionError(lost);
        })) {
            run.events().forEach(writer::event);
        }
        return file;
    }

    private static TerminalStyle width(int columns) {
        return new TerminalStyle(false, columns);
    }
}
