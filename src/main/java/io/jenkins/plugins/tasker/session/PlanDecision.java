package io.jenkins.plugins.tasker.session;

/**
 * The answer to a displayed plan (rule 15.4).
 *
 * @param user who decided
 */
public record PlanDecision(boolean approved, String user) {}
