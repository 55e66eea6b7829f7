package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckListTest {

    private static final String TASKS = "task=0\nhostname=h\ncommand=c\nexec=local\n"
            + "task=1\nhostname=h\ncommand=c\ntask=2\nhostname=h\ncommand=c\n";

    @Test
    @DisplayName("13.3 The check list is that of the user document, with true counts")
    void everythingPassed() {
        assertThat(texts(validation(TASKS, false), Optional.of(hosts(15, 15, List.of())), true))
                .containsExactly(
                        "✅ Task file syntax validation passed",
                        "✅ Dependency validation passed",
                        "✅ Flow control validation passed",
                        "✅ Host DNS resolution passed (15/15 hosts)",
                        "✅ Host connectivity validation passed (15/15 hosts)",
                        "✅ Execution type validation passed (pbrun: 2, local: 1)",
                        "🎉 All validations passed - ready for execution");
    }

    @Test
    @DisplayName("13.3 A failed check is reported with its counts, also without symbols")
    void failedChecksAreReported() {
        HostValidation hosts = hosts(
                3,
                2,
                List.of(
                        new HostFailure("Host a", HostFailure.NAME, "x"),
                        new HostFailure("Host b", HostFailure.PING, "x"),
                        new HostFailure("Execution type pbrun", HostFailure.CONNECTION, "x")));

        assertThat(texts(validation(TASKS, false), Optional.of(hosts), false))
                .containsExactly(
                        "Task file syntax validation passed",
                        "Dependency validation passed",
                        "Flow control validation passed",
                        "Host DNS resolution failed (2/3 hosts)",
                        "Host connectivity validation failed (1/3 hosts)",
                        "Execution type validation failed (pbrun: 2, local: 1)",
                        "Validation failed - no task is executed");
    }

    @Test
    @DisplayName("13.3 Each error fails its check; hosts are validated only if the task file is correct")
    void errorsFailTheirCheck() {
        String text = TASKS + "next=loop\non_failure=9\ntimeout=x\nsuccess=ok\n";

        assertThat(texts(validation(text, false), Optional.empty(), true))
                .containsExactly(
                        "❌ Task file syntax validation failed (2 errors)",
                        "❌ Dependency validation failed (1 error)",
                        "❌ Flow control validation failed (1 error)",
                        "⚠️ Host validation not run: correct the task file first",
                        "❌ Validation failed - no task is executed");
    }

    @Test
    @DisplayName("16.9 Each remedy is reported once, also if an earlier finding of the same code has another one")
    void remedies() {
        String text = "task=0\nhostnames=web[1-3]\ncommand=c\nbatch=0\nmax_fail=200%\n"
                + "task=1\nhostnames=web[1-3]\ncommand=c\nbatch=x\n";

        assertThat(validation(text, false).lines().stream().map(ReportLine::text))
                .filteredOn(line -> line.startsWith("  write"))
                .containsExactly(
                        "  write numbers of 1 or more, or 1 to 100 per cent, separated by commas",
                        "  write a number of 0 or more, or 0 to 100 per cent");
    }

    @Test
    @DisplayName("13.2 Skipped checks are reported")
    void skippedChecksAreReported() {
        List<ReportLine> lines = CheckList.of(validation(TASKS + "next=ok\n", true), Optional.empty());

        assertThat(lines.stream().map(ReportLine::toString))
                .containsExactly(
                        "[WARN] Task file syntax validation skipped",
                        "[WARN] Dependency validation skipped",
                        "[WARN] Flow control validation skipped",
                        "[WARN] Host validation skipped",
                        "[INFO] Ready for execution - some validations were skipped");
    }

    @Test
    @DisplayName("13.1 Errors are reported at ERROR and warnings at WARN; the remedy follows once for each code")
    void findingsAreReportedWithRemedy() {
        TaskFileValidation validation = validation(TASKS + "on_failure=9\non_success=8\nnext=(exit_0 # x\n", false);

        assertThat(validation.lines().stream().map(ReportLine::toString))
                .containsExactly(
                        "[ERROR] line 11, task 2: field 'on_failure' names task 9, which is not defined [E20]",
                        "[INFO]   correct the number, or add the task",
                        "[ERROR] line 12, task 2: field 'on_success' names task 8, which is not defined [E20]",
                        "[ERROR] line 13, task 2: the condition in 'next' cannot be read at '(exit_0':"
                                + " unbalanced parenthesis, missing operand or doubled operator [E24]",
                        "[INFO]   column 6: write one & or | between two tests and close each parenthesis;"
                                + " quote a text that holds such characters",
                        "[WARN] line 13, task 2: comment after the value is removed: '# x' [W03]",
                        "[INFO]   put the comment on a line of its own, or quote the #",
                        "[ERROR] Task validation failed (3 tasks, 3 errors, 1 warning)");
        assertThat(validation.exitCode()).isEqualTo(20);
    }

    @Test
    @DisplayName("16.9 The result of the validation is reported with its counts")
    void resultIsReported() {
        assertThat(validation(TASKS, false).lines())
                .hasToString("[[INFO] Task validation passed (3 tasks, 0 errors, 0 warnings)]");
        assertThat(validation(TASKS, true).lines()).hasToString("[[WARN] Task validation skipped]");
        assertThat(validation(TASKS, false).exitCode()).isZero();
    }

    @Test
    @DisplayName("13.7 A warning code is reported five times, then once with the number of the others")
    void furtherWarningsAreCounted() {
        List<String> lines = validation("junk\n".repeat(7) + TASKS + "next=exit_0 # x\n", false).lines().stream()
                .map(ReportLine::toString)
                .toList();

        assertThat(lines.stream().filter(line -> line.contains("[W01]")))
                .hasSize(6)
                .startsWith("[WARN] line 1: line without '=' is ignored: 'junk' [W01]")
                .endsWith("[WARN] 2 more findings [W01] not listed");
        assertThat(lines)
                .contains("[WARN] line 18, task 2: comment after the value is removed: '# x' [W03]")
                .endsWith("[INFO] Task validation passed (3 tasks, 0 errors, 8 warnings)");
    }

    @Test
    @DisplayName("13.7 Errors are all reported")
    void errorsAreNotCounted() {
        assertThat(validation("task=x\n".repeat(7), false).lines().stream()
                        .map(ReportLine::toString)
                        .filter(line -> line.contains("[E02]")))
                .hasSize(7);
    }

    @Test
    @DisplayName("13.1 Ten thousand findings of one code are kept, and the others are counted")
    void furtherFindingsAreCounted() {
        TaskFileValidation validation = validation("junk\n".repeat(10_005) + TASKS, false);

        assertThat(validation.findings()).hasSize(10_000);
        assertThat(validation.lines().stream().map(ReportLine::toString))
                .endsWith(
                        "[WARN] 10000 more findings [W01] not listed",
                        "[INFO] Task validation passed (3 tasks, 0 errors, 10005 warnings)");
    }

    @Test
    @DisplayName("13.8 With --warnings-as-errors a warning is an error, is reported as one, and fails its check")
    void warningsAsErrors() {
        TaskFileValidation validation = validation(
                "junk\n".repeat(7) + TASKS,
                new OptionsBuilder(GoldenFile.TYPES, "pbrun").mode(RunMode.DRY_RUN.withWarningsAsErrors()));

        assertThat(validation.exitCode()).isEqualTo(20);
        assertThat(validation.lines().stream().map(ReportLine::toString))
                .contains("[ERROR] line 7: line without '=' is ignored: 'junk' [W01]")
                .endsWith("[ERROR] Task validation failed (3 tasks, 7 errors, 0 warnings)");
        assertThat(texts(validation, Optional.empty(), false))
                .contains("Task file syntax validation failed (7 errors)");
    }

    private static TaskFileValidation validation(String text, boolean skip) {
        return validation(text, new OptionsBuilder(GoldenFile.TYPES, "pbrun").skippingTaskValidation(skip));
    }

    private static TaskFileValidation validation(String text, OptionsBuilder options) {
        return TaskFileValidation.of(TaskFileParser.parse(text), options.build());
    }

    private static HostValidation hosts(int hosts, int resolved, List<HostFailure> failures) {
        int reachable = resolved
                - (int) failures.stream()
                        .filter(failure -> failure.exitCode() == HostFailure.PING)
                        .count();
        return new HostValidation(new HostCounts(hosts, resolved, reachable), failures, List.of(), List.of(), Map.of());
    }

    private static List<String> texts(TaskFileValidation taskFile, Optional<HostValidation> hosts, boolean symbols) {
        return CheckList.of(taskFile, hosts).stream()
                .map(line -> line.text(symbols))
                .toList();
    }
}
