package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of validating hosts (section 14).
 *
 * @param hosts how many different hosts were looked at
 * @param resolved how many of their names resolved
 * @param reachable how many of them answered a ping
 * @param failures in the order of the tasks
 * @param warnings missing programs where they do not matter (rule 14.4)
 * @param leftOut host names that are known at run time only (rule 14.1)
 * @param fullNames the names that replace those of the task file, where they differ (rule 14.2)
 */
public record HostValidation(
        int hosts,
        int resolved,
        int reachable,
        List<HostFailure> failures,
        List<String> warnings,
        List<String> leftOut,
        Map<String, String> fullNames) {

    public boolean isPassed() {
        return failures.isEmpty();
    }

    /** 0 if all hosts passed, else the highest code that occurred (rule 14.5). */
    public int exitCode() {
        return failures.stream().mapToInt(HostFailure::exitCode).max().orElse(0);
    }

    /** Whether no failure has this code. */
    boolean isPassed(int exitCode) {
        return failures.stream().noneMatch(failure -> failure.exitCode() == exitCode);
    }

    /** All failures, and the result with its counts (rule 16.9). */
    public List<ReportLine> lines() {
        List<ReportLine> lines = new ArrayList<>();
        leftOut.forEach(text -> lines.add(new ReportLine(ReportLine.Level.INFO, text)));
        warnings.forEach(text -> lines.add(new ReportLine(ReportLine.Level.WARN, text)));
        failures.forEach(failure -> lines.add(new ReportLine(ReportLine.Level.ERROR, failure.toString())));
        lines.add(
                isPassed()
                        ? new ReportLine(
                                ReportLine.Level.INFO, "Host validation passed (" + Counted.of(hosts, "host") + ")")
                        : new ReportLine(
                                ReportLine.Level.ERROR,
                                "Host validation failed (" + Counted.of(hosts, "host") + ", "
                                        + Counted.of(failures.size(), "failure") + ")"));
        return lines;
    }
}
