package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of a journal for views, which also show a run with a missing or damaged journal.
 *
 * @param events none if the file does not exist or cannot be read
 * @param unreadable why the file cannot be read, with the remedy; empty if it was read or does not exist
 */
public record RecordedRunFile(List<RunEvent> events, RunRecord run, String unreadable) {

    /** Sized for the pages that are open at the same time. */
    private static final FileCache<RecordedRunFile> CACHE = new FileCache<>(32, RecordedRunFile::readFile);

    /** Sized for lists of runs, which need one small outline for each line. */
    private static final FileCache<RunRecord> OUTLINES = new FileCache<>(1000, RunOutline::read);

    /** Reads what a list of runs shows ({@link RunOutline}); an empty record if the file is missing or unreadable. */
    public static RunRecord outline(Path journal) {
        try {
            return OUTLINES.get(journal);
        } catch (IOException e) {
            return empty("").run();
        }
    }

    /** Reads the whole journal, or takes it from the cache. */
    public static RecordedRunFile read(Path journal) {
        try {
            return CACHE.get(journal);
        } catch (NoSuchFileException e) {
            return empty("");
        } catch (IOException e) {
            return empty(e.getMessage());
        }
    }

    private static RecordedRunFile readFile(Path journal) throws IOException {
        List<RunEvent> events = Journal.read(journal).events();
        return new RecordedRunFile(events, RunRecord.of(events), "");
    }

    private static RecordedRunFile empty(String unreadable) {
        return new RecordedRunFile(List.of(), RunRecord.of(List.of()), unreadable);
    }

    public boolean isStarted() {
        return run.started().isPresent();
    }
}
