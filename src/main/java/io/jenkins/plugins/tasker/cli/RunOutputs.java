package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.files.ReportFile;
import io.jenkins.plugins.tasker.report.files.RunJson;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.session.RunReports;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Writes the summary row and the reports that the options ask for, when a run has ended. */
final class RunOutputs {

    private final Arguments arguments;
    private final LogFileSet files;
    private final Clock clock;
    private final PrintStream out;

    RunOutputs(Arguments arguments, LogFileSet files, Clock clock, PrintStream out) {
        this.arguments = arguments;
        this.files = files;
        this.clock = clock;
        this.out = out;
    }

    /** @throws StartException 2 if the place of a report has the wrong kind; called before the run starts */
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

    /** @param declinedBy the user who declined the plan */
    void write(int exitCode, Optional<String> declinedBy, RunRecord run, RunLog log) {
        RunReports reports = new RunReports(run, arguments.fileName(), exitCode, clock, log);
        arguments
                .outputs()
                .project()
                .ifPresent(project -> reports.summary(files.directory(), project, files.logName(), declinedBy));
        arguments.outputs().junit().ifPresent(reports::junit);
        arguments.outputs().report().ifPresent(reports::html);
        arguments.outputs().json().ifPresent(path -> json(path, exitCode, run, log));
    }

    private void json(Path path, int exitCode, RunRecord run, RunLog log) {
        try {
            String document =
                    RunJson.of(arguments.fileName(), exitCode, run, files.log().toString());
            if (arguments.outputs().jsonOnStdout()) {
                out.print(document);
                out.flush();
            } else {
                ReportFile.write(path, document);
            }
        } catch (IOException e) {
            log.write(Level.ERROR, e.getMessage());
        }
    }
}
