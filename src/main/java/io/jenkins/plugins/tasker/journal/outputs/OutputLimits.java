package io.jenkins.plugins.tasker.journal.outputs;

/**
 * The size up to which complete outputs are stored, in bytes of UTF-8.
 *
 * @param task for stdout and stderr of one attempt of a task together; 0 stores none
 * @param build for all runs of a build together
 */
public record OutputLimits(long task, long build) {

    static final long MEGABYTE = 1_000_000;

    public static OutputLimits megabytes(int task, int build) {
        return new OutputLimits(task * MEGABYTE, build * MEGABYTE);
    }
}
