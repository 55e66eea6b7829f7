package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.HtmlReport;
import io.jenkins.plugins.tasker.report.JUnitReport;
import io.jenkins.plugins.tasker.report.ProjectSummary;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.report.SummaryRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What is written when a run is over: summary row and reports. What goes wrong here is told and never changes the exit code
 * of the run (rule 16.7).
 */
final class AfterRun {

    private final Arguments arguments;
    private final RunFiles files;
    private final Clock clock;

    /** @throws StartException 2 if a report could not be written where it is wanted */
    AfterRun(Arguments arguments, RunFiles files, Clock clock) throws StartException {
        this.arguments = arguments;
        this.files = files;
        this.clock = clock;
        if (arguments.junit().filter(Files::isDirectory).isPresent()) {
            throw new StartException(
                    ExitCodes.USAGE, "--junit: " + arguments.junit().get() + " is a directory; name a file in it");
        }
        if (arguments.report().filter(Files::isRegularFile).isPresent()) {
            throw new StartException(
                    ExitCodes.USAGE, "--report: " + arguments.report().get() + " is a file; name a directory");
        }
    }

    void write(int exitCode, RunRecord run, RunLog log) {
        arguments
                .project()
                .ifPresent(project -> attempt(
                        log,
                        () -> summary(project)
                                .append(
                                        run.ended().isPresent()
                                                ? SummaryRow.of(run, clock.getZone(), RunFiles.baseName(files.log()))
                                                : SummaryRow.notRun(
                                                        clock.instant(),
                                                        clock.getZone(),
                                                        RunFiles.baseName(arguments.file()),
                                                        exitCode,
                                                        RunFiles.baseName(files.log())))));
        if (run.started().isPresent()) {
            arguments.junit().ifPresent(file -> attempt(log, () -> JUnitReport.write(run, file)));
            arguments
                    .report()
                    .ifPresent(directory -> attempt(log, () -> HtmlReport.write(run, clock.getZone(), directory)));
        }
    }

    private ProjectSummary summary(String project) {
        Path file = files.directory().resolve("project_" + RunFiles.harmless(project) + "_summary.log");
        return new ProjectSummary(file);
    }

    /** Something that writes a file. */
    private interface Writing {
        void write() throws IOException;
    }

    private static void attempt(RunLog log, Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            log.write(Level.ERROR, e.getMessage());
        }
    }
}
