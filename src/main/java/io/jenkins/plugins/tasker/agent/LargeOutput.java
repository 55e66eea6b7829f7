package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Asynchronous;
import io.jenkins.plugins.tasker.command.output.LinePattern;

/** An output that stays on the agent, which exports it. The methods are those of {@code Output}. */
public interface LargeOutput {

    boolean contains(String text);

    /** @param syntax a pattern that {@link LinePattern} has compiled */
    boolean matchesLine(String syntax);

    boolean isBlank();

    long lineCount();

    String loss();

    String end(int limit);

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
