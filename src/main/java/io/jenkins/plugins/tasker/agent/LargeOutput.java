package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Asynchronous;

/** An output that stays on the agent. The agent exports it; the methods are those of {@code Output}. */
public interface LargeOutput {

    boolean contains(String text);

    boolean isBlank();

    long lineCount();

    boolean isCut();

    /** Starts to read the text from its first character. */
    Chunks read();

    @Asynchronous
    void close();

    /** One reading of the text. */
    interface Chunks {

        /** The next piece; null at the end. */
        String next();

        @Asynchronous
        void close();
    }
}
