package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Appends each event of a run to its journal, one line each (rule 16.5). {@link Durability} defines when a line is on the disk.
 *
 * <p>If a write fails, for example because the disk is full, the writer reports it once, and {@link #isRecording} is false from
 * then on: nothing further starts (rule 16.12). The lines written before stay readable.
 */
public final class JournalWriter implements RunListener, AutoCloseable {

    private final Path file;
    private final FileOutputStream out;
    private final DiskSync sync;
    private final Consumer<String> whenLost;
    private final AtomicBoolean lost = new AtomicBoolean();
    private long size;
    private boolean ended;

    private JournalWriter(Path file, FileOutputStream out, Consumer<String> whenLost) throws IOException {
        this.size = Files.size(file);
        this.file = file;
        this.out = out;
        this.whenLost = whenLost;
        this.sync = new DiskSync(out.getChannel(), Durability.DELAY, this::lose);
    }

    /**
     * Creates a journal. Continues a file that a writer created without an event, because it died before.
     *
     * @param file must not exist, or hold no event
     * @param whenLost called at most once, on any thread, when the journal becomes incomplete; receives a sentence for the log,
     *     at ERROR
     * @throws FileAlreadyExistsException if the file exists and holds something else
     * @throws IOException if the file cannot be created
     */
    public static JournalWriter create(Path file, Consumer<String> whenLost) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            if (!isWithoutEvents(file)) {
                throw e;
            }
        }
        return append(file, whenLost);
    }

    private static boolean isWithoutEvents(Path file) throws IOException {
        try (JournalReader reader = JournalReader.open(file)) {
            return reader.next() == null;
        } catch (UnreadableJournalException e) {
            return false;
        }
    }

    /** Creates a journal as a {@link PrivateFile}; otherwise as {@link #create}. */
    public static JournalWriter createPrivate(Path file, Consumer<String> whenLost) throws IOException {
        PrivateFile.create(file);
        return append(file, whenLost);
    }

    /**
     * Opens the journal of a run whose process died, to continue it. Removes an incomplete last line first. A journal that was
     * deleted starts anew, and counts as incomplete.
     *
     * @param whenLost as for {@link #create}
     * @throws IOException if the file cannot be opened
     */
    public static JournalWriter append(Path file, Consumer<String> whenLost) throws IOException {
        boolean exists = Files.exists(file);
        long found = exists ? Files.size(file) : 0;
        boolean intact = exists && (found == 0 || IntactMark.isSet(file));
        JournalRepair.repair(file);
        intact &= exists && Files.size(file) >= found;
        JournalWriter writer = new JournalWriter(file, new FileOutputStream(file.toFile(), true), whenLost);
        if (writer.size == 0) {
            writer.write(JournalHeader.line());
        }
        if (intact && writer.isRecording()) {
            IntactMark.set(file);
        } else {
            IntactMark.clear(file);
        }
        return writer;
    }

    public Path file() {
        return file;
    }

    @Override
    public boolean isRecording() {
        return !lost.get();
    }

    @Override
    public long recordBytes() {
        return size;
    }

    @Override
    public void event(RunEvent event) {
        if (lost.get() || !EventCodec.isRecorded(event)) {
            return;
        }
        write(EventCodec.encode(event));
        ended |= event instanceof RunEvent.RunEnded;
    }

    @Override
    public void whenDurable(RunEvent.TaskStarted start, Runnable action) {
        if (Durability.isAwaited(start)) {
            sync.whenSynced(action);
        } else {
            action.run();
        }
    }

    @Override
    public void endTurn() {
        sync.hurry();
    }

    /** Writes a line with one call, so that other processes read whole lines. */
    private void write(byte[] line) {
        try {
            out.write(line);
            size += line.length;
            sync.request();
        } catch (IOException e) {
            lose(e);
        }
    }

    private void lose(IOException e) {
        lose(e.getMessage());
    }

    private void lose(String reason) {
        if (lost.compareAndSet(false, true)) {
            IntactMark.clear(file);
            whenLost.accept("the record " + file + " can no longer be written (" + reason
                    + "): nothing further starts, and a resumed run cannot know what ran after this");
        }
    }

    /** Closes the journal; then everything written is on the disk. */
    @Override
    public void close() {
        sync.close();
        if (!Files.exists(file)) {
            lose("it was removed during the run");
        }
        if (ended) {
            IntactMark.clear(file);
        }
        try {
            out.close();
        } catch (IOException e) {
            lose(e);
        }
    }
}
