package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Asynchronous;

/** An output that stays on the agent, which exports it. The methods are those of {@code Output}. */
public interface LargeOutput {

    boolean contains(String text);

    boolean isBlank();

    long lineCount();

    String loss();

    /** Opens a reader at the first character. */
    Chunks read();

    @Asynchronous
    void close();

    /** Reads the text in pieces. */
    interface Chunks {

        /** Returns the next piece; null at the end. */
        String next();

        @Asynchronous
        void close();
    }
}
