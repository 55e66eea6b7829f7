package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.report.files.LogFile;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.session.NotStarted;
import io.jenkins.plugins.tasker.session.RunReports;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.web.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Archives the files of a run with its build: log, task file, page, summary of the project and test report (rule 16.5). A failure
 * is logged and has no other effect.
 */
public final class RunArtifacts implements AutoCloseable {

    private static final String FOLDER = "tasker/";
    private static final String XML = "junit.xml";

    /** The style sheet of all pages of the build. */
    private static final String STYLE_SHEET = "report.css";

    /**
     * @param taskFile base name
     * @param project name in the summary; empty for no summary
     * @param tests whether the tasks of a real run are added to the test report
     */
    public record Contents(String taskFile, String project, boolean tests) {}

    private final Contents contents;
    private final Path directory;
    private final Path parent;
    private final Archive archive;
    private final RunLog log;
    private final RunRecordBuilder state;
    private final Clock clock;
    private final LogFileSet files;
    private final LogFile logFile;
    private int exitCode = ExitCodes.INTERNAL_ERROR;
    private Optional<String> declinedBy = Optional.empty();

    /** Starts to write the log to a file. The log of a continued run is appended to the earlier one. */
    public RunArtifacts(
            Contents contents, RunDirectory directory, Archive archive, RunLog log, RunRecordBuilder state, Clock clock)
            throws IOException {
        this.contents = contents;
        this.directory = directory.path();
        this.parent = this.directory.getParent();
        this.archive = archive;
        this.log = log;
        this.state = state;
        this.clock = clock;
        Optional<LogFileSet> earlier = LogFileSet.find(this.directory);
        this.files = earlier.isPresent()
                ? earlier.get()
                : LogFileSet.create(this.directory, contents.taskFile(), LocalDateTime.now(clock));
        this.logFile = LogFile.append(files.log());
        log.add(logFile);
    }

    /** Returns the name of the run log among the artifacts of the build. */
    public String log() {
        return archived(".log");
    }

    /** Sets the end of the run; without this call its exit code is that of an internal error. */
    public void ended(RunOutcome outcome) {
        exitCode = outcome.exitCode();
        declinedBy = outcome.notStarted().flatMap(NotStarted::declinedBy);
    }

    private String archived(String extension) {
        return FOLDER + parent.relativize(directory) + "/" + files.name() + extension;
    }

    @Override
    public void close() {
        // an interrupt that ended the run must not end this
        boolean interrupted = Thread.interrupted();
        try {
            Map<String, String> archived = writeReports();
            log.remove(logFile);
            logFile.close();
            archive.store(parent, archived);
            deleteTemporaryFiles();
        } catch (IOException e) {
            log.write(Level.ERROR, Messages.RunArtifacts_notArchived(e.getMessage(), directory));
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns names in the archive, mapped to names below {@link #parent}. */
    private Map<String, String> writeReports() throws IOException, InterruptedException {
        Map<String, String> archived = new LinkedHashMap<>();
        archived.put(log(), within(files.log()));
        archived.put(archived(".txt"), within(new RunDirectory(directory).taskFile()));
        RunReports reports = new RunReports(state.record(), contents.taskFile(), exitCode, clock, log);
        reports.html(page(), "../" + STYLE_SHEET);
        archived.put(archived(".html"), within(page()));
        archived.put(FOLDER + STYLE_SHEET, within(parent.resolve(STYLE_SHEET)));
        if (!contents.project().isEmpty()) {
            reports.summary(parent, contents.project(), files.logName(), declinedBy);
            Path summary = LogFileSet.summary(parent, contents.project());
            archived.put(FOLDER + within(summary), within(summary));
        }
        if (contents.tests() && !state.record().isDryRun()) {
            reports.junit(directory.resolve(XML));
            if (Files.exists(directory.resolve(XML)) && !archive.addTests(directory, XML)) {
                archived.put(archived(".xml"), within(directory.resolve(XML)));
            }
        }
        archived.values().removeIf(name -> !Files.exists(parent.resolve(name)));
        return archived;
    }

    private Path page() {
        return directory.resolve(files.name() + ".html");
    }

    private String within(Path file) {
        return parent.relativize(file).toString().replace('\\', '/');
    }

    /** Deletes the files that exist for the archive only. */
    private void deleteTemporaryFiles() throws IOException {
        Files.delete(files.log());
        Files.deleteIfExists(page());
        Files.deleteIfExists(directory.resolve(XML));
    }
}
