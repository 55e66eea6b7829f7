package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.session.RunReports;
import java.nio.file.Files;
import java.time.Clock;

/** What the command writes when a run is over, if it is asked to: summary row and reports. */
final class RunOutputs {

    private final Arguments arguments;
    private final LogFileSet files;
    private final Clock clock;

    RunOutputs(Arguments arguments, LogFileSet files, Clock clock) {
        this.arguments = arguments;
        this.files = files;
        this.clock = clock;
    }

    /** @throws StartException 2 if a report could not be written where it is wanted; nothing was begun then */
    static void check(Arguments arguments) throws StartException {
        if (arguments.outputs().junit().filter(Files::isDirectory).isPresent()) {
            throw new StartException(
                    ExitCodes.USAGE,
                    "--junit: " + arguments.outputs().junit().get() + " is a directory; name a file in it");
        }
        if (arguments.outputs().report().filter(Files::isRegularFile).isPresent()) {
            throw new StartException(
                    ExitCodes.USAGE,
                    "--report: " + arguments.outputs().report().get() + " is a file; name a directory");
        }
    }

    void write(int exitCode, RunRecord run, RunLog log) {
        RunReports reports = new RunReports(run, arguments.fileName(), exitCode, clock, log);
        arguments
                .outputs()
                .project()
                .ifPresent(project -> reports.summary(files.directory(), project, files.logName()));
        arguments.outputs().junit().ifPresent(reports::junit);
        arguments.outputs().report().ifPresent(reports::html);
    }
}
