package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of validating hosts (section 14).
 *
 * @param failures in the order of the tasks
 * @param avoided failures of hosts that stop no run, by host: no fan-out task starts there (rule 14.7)
 * @param warnings missing programs and hosts that do not fail the validation (rules 14.4 and 14.7)
 * @param leftOut one text for each host name that is known at run time only (rule 14.1)
 * @param fullNames the full names by the names in the task file, where the two differ (rule 14.2)
 */
public record HostValidation(
        HostCounts counts,
        List<HostFailure> failures,
        Map<String, HostFailure> avoided,
        List<String> warnings,
        List<String> leftOut,
        Map<String, String> fullNames) {

    /** Creates a result in which every failure stops the run. */
    public HostValidation(
            HostCounts counts,
            List<HostFailure> failures,
            List<String> warnings,
            List<String> leftOut,
            Map<String, String> fullNames) {
        this(counts, failures, Map.of(), warnings, leftOut, fullNames);
    }

    public boolean isPassed() {
        return failures.isEmpty();
    }

    /** Returns 0 if all hosts passed, otherwise the highest code of all failures (rule 14.5). */
    public int exitCode() {
        return failures.stream().mapToInt(HostFailure::exitCode).max().orElse(0);
    }

    /** Returns whether no failure has this exit code. */
    boolean isPassed(int exitCode) {
        return failures.stream().noneMatch(failure -> failure.exitCode() == exitCode);
    }

    /** Reports all failures, then the result with its counts (rule 16.9). */
    public List<ReportLine> lines() {
        List<ReportLine> lines = new ArrayList<>();
        leftOut.forEach(text -> lines.add(new ReportLine(Level.INFO, text)));
        warnings.forEach(text -> lines.add(new ReportLine(Level.WARN, text)));
        failures.forEach(failure -> lines.add(new ReportLine(Level.ERROR, failure.toString())));
        String hosts = Counted.of(counts.tested(), "host");
        lines.add(
                isPassed()
                        ? new ReportLine(Level.INFO, "Host validation passed (" + hosts + failed() + ")")
                        : new ReportLine(
                                Level.ERROR,
                                "Host validation failed (" + hosts + ", " + Counted.of(failures.size(), "failure")
                                        + ")"));
        return lines;
    }

    private String failed() {
        return avoided.isEmpty() ? "" : ", of which " + avoided.size() + " failed";
    }
}
