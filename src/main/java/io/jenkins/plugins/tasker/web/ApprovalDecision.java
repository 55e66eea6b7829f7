package io.jenkins.plugins.tasker.web;

import io.jenkins.plugins.tasker.text.TimestampText;
import java.time.Instant;
import java.time.ZoneId;

/** The decision on the plan of a run. {@code build.xml} keeps it; XStream does not support Java records. */
final class ApprovalDecision {

    private final boolean approved;
    private final String user;
    private final long time;

    ApprovalDecision(boolean approved, String user, Instant time) {
        this.approved = approved;
        this.user = user;
        this.time = time.toEpochMilli();
    }

    boolean isApproved() {
        return approved;
    }

    String user() {
        return user;
    }

    /** Returns {@code Approved by alice at 2026-11-30 15:02:11}. */
    String text(ZoneId zone) {
        String when = TimestampText.text(Instant.ofEpochMilli(time), zone);
        return approved
                ? Messages.ApprovalDecision_approved(user, when)
                : Messages.ApprovalDecision_declined(user, when);
    }
}
