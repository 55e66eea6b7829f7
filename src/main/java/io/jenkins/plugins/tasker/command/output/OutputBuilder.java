package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.text.Shortened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Collects text in memory up to {@link #MEMORY} characters, and in a {@link Spool} beyond that.
 *
 * <p>A spool that cannot be written (the disk is full) does not fail the command: the builder keeps the text so far, drops the
 * rest, and sets {@link Output#isCut()}.
 */
final class OutputBuilder {

    /** Maximum of characters in memory. 1000 commands at once need up to 64 MB. */
    static final int MEMORY = 64 * 1024;

    private final Spool.Factory spools;
    private StringBuilder memory = new StringBuilder(0);
    private Spool spool;
    private long length;
    private boolean cut;
    private char last = '\n';

    OutputBuilder(Spool.Factory spools) {
        this.spools = spools;
    }

    /** @param text must not end in half of a surrogate pair */
    void append(String text) {
        if (cut || text.isEmpty()) {
            return;
        }
        if (spool == null && length + text.length() > MEMORY) {
            spill();
        }
        if (cut) {
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
            cut = true;
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
            cut = true;
        }
        return !cut;
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
            return new SpooledOutput(spool, length, cut);
        }
        return memory.length() == 0 && !cut ? Output.EMPTY : new TextOutput(memory.toString(), cut);
    }
}
