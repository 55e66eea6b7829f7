package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;

/** Supplies the pipes for the output of processes. */
interface PipeSupply extends AutoCloseable {

    /** Returns the best supply for this system. */
    static PipeSupply ofThisSystem() {
        try {
            return new PipePool();
        } catch (IOException e) {
            return jdk();
        }
    }

    /** Returns the supply of Java's own pipes, with the limitations of {@link JdkPipe}. */
    static PipeSupply jdk() {
        return () -> new OutputPipe[] {new JdkPipe(Process::getInputStream), new JdkPipe(Process::getErrorStream)};
    }

    /** Returns two pipes, for stdout and stderr in this order. */
    OutputPipe[] take() throws IOException;

    /** Closes free pipes. Pipes in use stay readable. */
    @Override
    default void close() {
        // keeps no pipes
    }
}
