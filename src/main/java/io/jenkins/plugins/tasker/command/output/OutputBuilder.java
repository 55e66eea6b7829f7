package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.text.Shortened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Collects text in memory up to {@link #MEMORY} characters, and in a {@link Spool} beyond that.
 *
 * <p>A spool that cannot be written (the disk is full) does not fail the command: the builder keeps the text so far, drops the
 * rest, and sets {@link Output#loss()}.
 */
final class OutputBuilder {

    /** Maximum of characters in memory. 1000 commands at once need up to 64 MB. */
    static final int MEMORY = 64 * 1024;

    private final Spool.Factory spools;
    private StringBuilder memory = new StringBuilder(0);
    private Spool spool;
    private long length;
    private String loss;
    private boolean full;
    private char last = '\n';

    OutputBuilder(Spool.Factory spools) {
        this(spools, "");
    }

    /** @param loss why the source of the text is incomplete; empty if it is complete */
    OutputBuilder(Spool.Factory spools, String loss) {
        this.spools = spools;
        this.loss = loss;
    }

    /** @param text must not end in half of a surrogate pair */
    void append(String text) {
        if (full || text.isEmpty()) {
            return;
        }
        if (spool == null && length + text.length() > MEMORY) {
            spill();
        }
        if (full) {
            text = Shortened.start(text, (int) (MEMORY - length));
            memory.append(text);
        } else if (spool == null) {
            memory.append(text);
        } else if (!spool(text)) {
            return;
        }
        length += text.length();
        last = text.isEmpty() ? last : text.charAt(text.length() - 1);
    }

    /** Whether the next character starts a line. */
    boolean atLineStart() {
        return last == '\n';
    }

    private void spill() {
        try {
            spool = spools.create();
        } catch (IOException e) {
            lose(e);
            return;
        }
        if (spool(memory.toString())) {
            memory = new StringBuilder(0);
        } else {
            discardSpool();
        }
    }

    private boolean spool(String text) {
        try {
            spool.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            lose(e);
        }
        return !full;
    }

    private void lose(IOException e) {
        full = true;
        loss = e instanceof FileSystemException file ? reason(file) : String.valueOf(e.getMessage());
    }

    private static String reason(FileSystemException e) {
        String kind = e instanceof NoSuchFileException
                ? "no such directory"
                : e instanceof AccessDeniedException ? "permission denied" : e.getReason();
        return e.getFile() + ": " + kind;
    }

    private void discardSpool() {
        try {
            spool.close();
        } catch (IOException e) {
            // the spool is empty
        }
        spool = null;
    }

    Output build() {
        if (spool != null) {
            return new SpooledOutput(spool, length, loss);
        }
        return memory.length() == 0 && loss.isEmpty() ? Output.EMPTY : new TextOutput(memory.toString(), loss);
    }
}
