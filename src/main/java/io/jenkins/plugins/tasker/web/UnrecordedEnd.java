package io.jenkins.plugins.tasker.web;

import java.time.Instant;

/** The end of a run without a record. {@code build.xml} keeps it; XStream does not support Java records. */
final class UnrecordedEnd {

    private final long time;
    private final int exitCode;
    private final String outcome;

    /** @param outcome a sentence */
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
