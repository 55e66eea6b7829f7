package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;

/** Where the pipes for the output of processes come from. */
interface PipeSupply extends AutoCloseable {

    /** The best that this system offers. */
    static PipeSupply ofThisSystem() {
        try {
            return new PipePool();
        } catch (IOException e) {
            return jdk();
        }
    }

    /** The pipes that Java makes, with the weaknesses of {@link JdkPipe}. */
    static PipeSupply jdk() {
        return () -> new OutputPipe[] {new JdkPipe(Process::getInputStream), new JdkPipe(Process::getErrorStream)};
    }

    /** Two pipes: for stdout and stderr, in this order. */
    OutputPipe[] take() throws IOException;

    /** Nothing is taken any more. Pipes in use can still be read. */
    @Override
    default void close() {
        // nothing is kept
    }
}
