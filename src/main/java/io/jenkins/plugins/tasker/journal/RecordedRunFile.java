package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file tells of a run, for somebody who shows it whatever is there.
 *
 * @param events none if there is no such file, or it cannot be read
 * @param unreadable why the file cannot be read, with the remedy; empty if it can, or does not exist
 */
public record RecordedRunFile(List<RunEvent> events, RunRecord run, String unreadable) {

    /** More pages than that are not looked at at the same time. */
    private static final FileCache<RecordedRunFile> CACHE = new FileCache<>(32, RecordedRunFile::readFile);

    /** Each line of a list of runs needs one, and they are small. */
    private static final FileCache<RunRecord> OUTLINES = new FileCache<>(1000, RunOutline::read);

    /** No more than a line in a list needs ({@link RunOutline}); nothing if the file does not exist or cannot be read. */
    public static RunRecord outline(Path journal) {
        try {
            return OUTLINES.get(journal);
        } catch (IOException e) {
            return nothing("").run();
        }
    }

    public static RecordedRunFile read(Path journal) {
        try {
            return CACHE.get(journal);
        } catch (NoSuchFileException e) {
            return nothing("");
        } catch (IOException e) {
            return nothing(e.getMessage());
        }
    }

    private static RecordedRunFile readFile(Path journal) throws IOException {
        List<RunEvent> events = Journal.read(journal).events();
        return new RecordedRunFile(events, RunRecord.of(events), "");
    }

    private static RecordedRunFile nothing(String unreadable) {
        return new RecordedRunFile(List.of(), RunRecord.of(List.of()), unreadable);
    }

    public boolean isStarted() {
        return run.started().isPresent();
    }
}
