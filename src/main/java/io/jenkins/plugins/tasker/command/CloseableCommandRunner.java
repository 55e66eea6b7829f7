package io.jenkins.plugins.tasker.command;

/** A command runner that holds threads, files and running commands until its owner closes or detaches it. */
public interface CloseableCommandRunner extends CommandRunner, AutoCloseable {

    /** Kills the commands that still run, waits some seconds for their end and releases all resources. */
    @Override
    void close();

    /** Stops watching commands; those that outlive this process keep running. All others end as by {@link #close}. */
    default void detach() {
        close();
    }
}
