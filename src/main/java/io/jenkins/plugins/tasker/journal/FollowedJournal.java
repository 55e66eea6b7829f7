package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Keeps the state of the run of one journal. Each call reads only what was appended since the last one; callers on other
 * threads wait for it, so that a long journal is read once.
 */
final class FollowedJournal {

    private final Path file;
    private RunRecordBuilder state = new RunRecordBuilder();
    private RunRecord record = state.record();
    private JournalReader.Position position = JournalReader.Position.START;
    private Object fileKey;
    private boolean torn;
    private long size = -1;
    private FileTime modified;

    FollowedJournal(Path file) {
        this.file = file;
    }

    /**
     * Returns the current state.
     *
     * @throws IOException as {@link JournalReader}; the next call reads the whole journal again
     */
    synchronized RunRecord read() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        boolean marked = IntactMark.isSet(file);
        if (isUnchanged(now)) {
            if (record.intact() != (marked && !torn)) {
                record = state.record(marked && !torn);
            }
            return record;
        }
        boolean replaced = fileKey != null && !fileKey.equals(now.fileKey());
        if (replaced || now.size() < position.offset() || now.size() == size) {
            restart();
        }
        try (JournalReader reader = JournalReader.open(file, position)) {
            for (RunEvent event = reader.next(); event != null; event = reader.next()) {
                state.event(event);
            }
            position = reader.position();
            torn = reader.isTorn();
        } catch (IOException e) {
            restart();
            throw e;
        }
        // Read before its content: a write in between only causes another reading.
        size = now.size();
        modified = now.lastModifiedTime();
        fileKey = now.fileKey();
        record = state.record(marked && !torn);
        return record;
    }

    private boolean isUnchanged(BasicFileAttributes now) {
        return size == now.size() && now.lastModifiedTime().equals(modified);
    }

    private void restart() {
        state = new RunRecordBuilder();
        position = JournalReader.Position.START;
        size = -1;
        modified = null;
        fileKey = null;
    }
}
