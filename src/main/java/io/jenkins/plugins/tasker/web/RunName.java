package io.jenkins.plugins.tasker.web;

/**
 * Names a run on pages.
 *
 * @param file base name of the task file
 * @param project may be empty
 * @param branch parallel branch of the script; empty outside of {@code parallel}
 */
public record RunName(String file, String project, String branch) {}
