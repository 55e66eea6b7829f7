package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.report.files.LogFile;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.log.RunLog;
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
 * What a run leaves with its build for people to read: its log, the task file as it was run, a page, the summary of the
 * project and a test report (rule 16.5). What cannot be kept is told in the console and changes nothing else.
 */
public final class RunArtifacts implements AutoCloseable {

    private static final String FOLDER = "tasker/";
    private static final String XML = "junit.xml";

    /**
     * @param taskFile base name
     * @param project under which the run is summarized; empty for none
     * @param tests whether the tasks of a real run become a test report
     */
    public record Wanted(String taskFile, String project, boolean tests) {}

    private final Wanted wanted;
    private final Path directory;
    private final Path parent;
    private final Archive archive;
    private final RunLog log;
    private final RunRecordBuilder state;
    private final Clock clock;
    private final LogFileSet files;
    private final LogFile logFile;
    private int exitCode = ExitCodes.INTERNAL_ERROR;

    /** From now on everything that the log tells is kept; of a run that goes on, behind what it told before. */
    public RunArtifacts(
            Wanted wanted, RunDirectory directory, Archive archive, RunLog log, RunRecordBuilder state, Clock clock)
            throws IOException {
        this.wanted = wanted;
        this.directory = directory.path();
        this.parent = this.directory.getParent();
        this.archive = archive;
        this.log = log;
        this.state = state;
        this.clock = clock;
        Optional<LogFileSet> earlier = LogFileSet.find(this.directory);
        this.files = earlier.isPresent()
                ? earlier.get()
                : LogFileSet.create(this.directory, wanted.taskFile(), LocalDateTime.now(clock));
        this.logFile = LogFile.append(files.log());
        log.add(logFile);
    }

    /** Name of the run log among the artifacts of the build. */
    public String log() {
        return kept(".log");
    }

    /** Without it the run counts as one that could not be brought to its end. */
    public void ended(int code) {
        exitCode = code;
    }

    private String kept(String extension) {
        return FOLDER + parent.relativize(directory) + "/" + files.name() + extension;
    }

    @Override
    public void close() {
        try {
            Map<String, String> kept = writeReports();
            log.remove(logFile);
            logFile.close();
            archive.keep(parent, kept);
            clear();
        } catch (IOException e) {
            log.write(
                    Level.ERROR,
                    "not everything of this run can be kept with the build: " + e.getMessage()
                            + "; what there is lies in " + directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Names in the archive, with the names below {@link #parent}. */
    private Map<String, String> writeReports() throws IOException, InterruptedException {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(log(), within(files.log()));
        kept.put(kept(".txt"), within(new RunDirectory(directory).taskFile()));
        RunReports reports = new RunReports(state.record(), wanted.taskFile(), exitCode, clock, log);
        reports.html(directory, files.name());
        kept.put(kept(".html"), within(page(".html")));
        kept.put(kept(".css"), within(page(".css")));
        if (!wanted.project().isEmpty()) {
            reports.summary(parent, wanted.project(), files.logName());
            Path summary = LogFileSet.summary(parent, wanted.project());
            kept.put(FOLDER + within(summary), within(summary));
        }
        if (wanted.tests() && !state.record().isDryRun()) {
            reports.junit(directory.resolve(XML));
            if (Files.exists(directory.resolve(XML)) && !archive.addTests(directory, XML)) {
                kept.put(kept(".xml"), within(directory.resolve(XML)));
            }
        }
        kept.values().removeIf(name -> !Files.exists(parent.resolve(name)));
        return kept;
    }

    private Path page(String extension) {
        return directory.resolve(files.name() + extension);
    }

    private String within(Path file) {
        return parent.relativize(file).toString().replace('\\', '/');
    }

    /** What was written for the archive only. */
    private void clear() throws IOException {
        Files.delete(files.log());
        Files.deleteIfExists(page(".html"));
        Files.deleteIfExists(page(".css"));
        Files.deleteIfExists(directory.resolve(XML));
    }
}
