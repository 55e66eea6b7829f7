package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a journal for views, which also show a run with a missing or damaged journal.
 *
 * @param run empty if the file does not exist or cannot be read
 * @param unreadable why the file cannot be read, with the remedy; empty if it was read or does not exist
 */
public record RecordedRunFile(RunRecord run, String unreadable) {

    /** Sized for the pages that are open at the same time. */
    private static final int MOST_FOLLOWED = 32;

    private static final Map<Path, SoftReference<FollowedJournal>> FOLLOWED = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, SoftReference<FollowedJournal>> eldest) {
            return size() > MOST_FOLLOWED;
        }
    };

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

    /** Reads what was appended to the journal since the last call, or the whole journal at the first one. */
    public static RecordedRunFile read(Path journal) {
        try {
            return new RecordedRunFile(followed(journal).read(), "");
        } catch (NoSuchFileException e) {
            return empty("");
        } catch (IOException e) {
            return empty(e.getMessage());
        }
    }

    static FollowedJournal followed(Path journal) {
        synchronized (FOLLOWED) {
            SoftReference<FollowedJournal> known = FOLLOWED.get(journal);
            FollowedJournal followed = known == null ? null : known.get();
            if (followed == null) {
                followed = new FollowedJournal(journal);
                FOLLOWED.put(journal, new SoftReference<>(followed));
            }
            return followed;
        }
    }

    private static RecordedRunFile empty(String unreadable) {
        return new RecordedRunFile(RunRecord.EMPTY, unreadable);
    }

    public boolean isStarted() {
        return run.started().isPresent();
    }
}
