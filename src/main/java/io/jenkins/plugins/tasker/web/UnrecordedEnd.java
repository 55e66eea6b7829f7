package io.jenkins.plugins.tasker.web;

import java.time.Instant;

/** The end of a run that left no record. Kept in {@code build.xml}, whose format knows no records of Java. */
final class UnrecordedEnd {

    private final long time;
    private final int exitCode;
    private final String outcome;

    /** @param outcome in a sentence */
    UnrecordedEnd(Instant time, int exitCode, String outcome) {
        this.time = time.toEpochMilli();
        this.exitCode = exitCode;
        this.outcome = outcome;
    }

    Instant time() {
        return Instant.ofEpochMilli(time);
    }

    int exitCode() {
        return exitCode;
    }

    String outcome() {
        return outcome;
    }
}
