package io.jenkins.plugins.tasker.journal.outputs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** Counts the bytes that the stored outputs of a build occupy. Runs of the build, also parallel ones, share it. */
public final class OutputSpace {

    private long used;

    /** Counts the outputs that earlier runs stored in these directories, which need not exist. */
    public static OutputSpace usedBy(Collection<Path> directories) throws IOException {
        OutputSpace space = new OutputSpace();
        for (Path directory : directories) {
            space.reserve(new StoredOutputs(directory).bytes(), Long.MAX_VALUE);
        }
        return space;
    }

    /**
     * Reserves bytes for a file.
     *
     * @param limit of all files
     * @return how many of the wanted bytes are reserved; 0 if the space is used up
     */
    synchronized long reserve(long wanted, long limit) {
        long granted = Math.max(0, Math.min(wanted, limit - used));
        used += granted;
        return granted;
    }

    synchronized void release(long bytes) {
        used -= bytes;
    }
}
