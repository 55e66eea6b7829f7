package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.report.files.ValidationReportFile;
import io.jenkins.plugins.tasker.report.files.WriteFailure;
import io.jenkins.plugins.tasker.report.findings.FindingsJson;
import io.jenkins.plugins.tasker.report.findings.FindingsSarif;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.session.RunObservers;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.validation.HostValidation;
import io.jenkins.plugins.tasker.validation.ReportLine;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the result of a validation to the report of the day (rule 16.5), and to stdout as JSON or SARIF. */
record FindingsOutput(
        Arguments arguments,
        Path directory,
        RunDisplay display,
        RunLog log,
        RunDisplay.CheckedText checked,
        Clock clock)
        implements RunObservers.Findings {

    @Override
    public void validated(TaskFileValidation tasks, Optional<HostValidation> hosts, List<ReportLine> lines)
            throws InterruptedException {
        display.validated(checked, tasks, hosts, lines);
        try {
            ValidationReportFile.append(directory, clock, arguments.fileName(), lines, checked.secrets()::mask);
            print(tasks, hosts);
        } catch (IOException e) {
            log.write(Level.ERROR, "the validation report cannot be written: " + WriteFailure.reason(e));
        }
    }

    @Override
    public void testing(int done, int hosts) {
        display.testing(done, hosts);
    }

    private void print(TaskFileValidation tasks, Optional<HostValidation> hosts) throws IOException {
        String file = arguments.file().toString();
        Writer writer = new OutputStreamWriter(display.out(), StandardCharsets.UTF_8);
        switch (arguments.console().format()) {
            case JSON -> FindingsJson.write(writer, file, tasks, hosts, checked.secrets()::mask);
            case SARIF -> FindingsSarif.write(writer, Map.of(file, tasks.findings()), checked.secrets()::mask);
            default -> {
                return;
            }
        }
        writer.flush();
    }
}
