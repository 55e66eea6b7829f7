package io.jenkins.plugins.tasker.validation;

import static io.jenkins.plugins.tasker.text.Level.ERROR;
import static io.jenkins.plugins.tasker.text.Level.INFO;
import static io.jenkins.plugins.tasker.text.Level.WARN;

import io.jenkins.plugins.tasker.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the check list that ends a validation: one line for each check (rule 13.3). */
public final class CheckList {

    private final TaskFileValidation taskFile;
    private final Optional<HostValidation> hosts;
    private final List<ReportLine> lines = new ArrayList<>();

    private CheckList(TaskFileValidation taskFile, Optional<HostValidation> hosts) {
        this.taskFile = taskFile;
        this.hosts = hosts;
    }

    /** @param hosts empty if host validation was skipped, or did not run because the task file has errors */
    public static List<ReportLine> of(TaskFileValidation taskFile, Optional<HostValidation> hosts) {
        CheckList list = new CheckList(taskFile, hosts);
        for (CheckGroup group : CheckGroup.values()) {
            list.taskFileCheck(group);
        }
        hosts.ifPresentOrElse(list::hostChecks, list::noHostChecks);
        list.conclusion();
        return List.copyOf(list.lines);
    }

    private void taskFileCheck(CheckGroup group) {
        long errors = taskFile.errors(group);
        if (errors == 0 && taskFile.skipped()) {
            skipped(group.title());
        } else {
            check(group.title(), errors == 0, errors == 0 ? "" : " (" + Counted.of(errors, "error") + ")");
        }
    }

    private void hostChecks(HostValidation result) {
        HostCounts counts = result.counts();
        check("Host DNS resolution", result.isPassed(HostFailure.NAME), ofAll(counts.resolved(), counts));
        check(
                "Host connectivity validation",
                result.isPassed(HostFailure.NAME) && result.isPassed(HostFailure.PING),
                ofAll(counts.reachable(), counts));
        String types = taskFile.tasksByType().entrySet().stream()
                .map((Map.Entry<String, Integer> type) -> type.getKey() + ": " + type.getValue())
                .collect(Collectors.joining(", "));
        check(
                "Execution type validation",
                result.isPassed(HostFailure.CONNECTION),
                types.isEmpty() ? "" : " (" + types + ")");
    }

    private static String ofAll(int passed, HostCounts counts) {
        return " (" + passed + "/" + Counted.of(counts.tested(), "host") + ")";
    }

    private void noHostChecks() {
        if (taskFile.isPassed()) {
            skipped("Host validation");
        } else {
            lines.add(new ReportLine(WARN, ReportLine.SKIPPED, "Host validation not run: correct the task file first"));
        }
    }

    private void conclusion() {
        boolean passed =
                taskFile.isPassed() && hosts.map(HostValidation::isPassed).orElse(true);
        boolean complete = !taskFile.skipped() && hosts.isPresent();
        if (!passed) {
            lines.add(new ReportLine(ERROR, ReportLine.FAILED, "Validation failed - no task is executed"));
        } else if (complete) {
            lines.add(new ReportLine(INFO, ReportLine.READY, "All validations passed - ready for execution"));
        } else {
            lines.add(new ReportLine(INFO, "Ready for execution - some validations were skipped"));
        }
    }

    private void check(String title, boolean passed, String counts) {
        lines.add(
                passed
                        ? new ReportLine(INFO, ReportLine.PASSED, title + " passed" + counts)
                        : new ReportLine(ERROR, ReportLine.FAILED, title + " failed" + counts));
    }

    private void skipped(String title) {
        lines.add(new ReportLine(WARN, ReportLine.SKIPPED, title + " skipped"));
    }
}
