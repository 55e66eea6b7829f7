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
 * Records a run: a line for each event, append-only (rule 16.5). What is safe at which time says {@link Durability}.
 *
 * <p>A record that cannot be written any more, because the disk is full for example, never harms the run: it is told once
 * and the run goes on without record. What was written up to then stays readable.
 */
public final class JournalWriter implements RunListener, AutoCloseable {

    private final Path file;
    private final FileOutputStream out;
    private final DiskSync sync;
    private final Consumer<String> whenLost;
    private final AtomicBoolean lost = new AtomicBoolean();

    private JournalWriter(Path file, FileOutputStream out, Consumer<String> whenLost) {
        this.file = file;
        this.out = out;
        this.whenLost = whenLost;
        this.sync = new DiskSync(out.getChannel(), Durability.DELAY, this::lose);
    }

    /**
     * Starts a new record.
     *
     * @param file must not exist
     * @param whenLost is told at most once, in a sentence for the log at ERROR, that the record is not complete; on any
     *     thread
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if the file cannot be created
     */
    public static JournalWriter create(Path file, Consumer<String> whenLost) throws IOException {
        Files.createFile(file);
        return append(file, whenLost);
    }

    /**
     * Continues the record of a run whose process died; a last line that was cut is taken away first.
     *
     * @param whenLost as for {@link #create}
     * @throws IOException if the file cannot be opened
     */
    public static JournalWriter append(Path file, Consumer<String> whenLost) throws IOException {
        JournalRepair.repair(file);
        JournalWriter writer = new JournalWriter(file, new FileOutputStream(file.toFile(), true), whenLost);
        if (Files.size(file) == 0) {
            writer.write(JournalHeader.line());
        }
        return writer;
    }

    public Path file() {
        return file;
    }

    @Override
    public void event(RunEvent event) {
        if (lost.get() || !EventCodec.isRecorded(event)) {
            return;
        }
        write(EventCodec.encode(event));
        if (Durability.isAwaited(event)) {
            sync.await();
        }
    }

    /** A line is one write, so that other processes that read along see whole lines. */
    private void write(byte[] line) {
        try {
            out.write(line);
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
            whenLost.accept("the record " + file + " cannot be written any more (" + reason
                    + "); the run goes on, but what happens from now on cannot be resumed or shown later");
        }
    }

    /** Ends the record; everything that was written is on the disk then. */
    @Override
    public void close() {
        sync.close();
        if (!Files.exists(file)) {
            lose("it was removed during the run");
        }
        try {
            out.close();
        } catch (IOException e) {
            lose(e);
        }
    }
}
