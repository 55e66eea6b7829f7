package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * Whether and how a group retries failed sub-tasks (rule 11.5).
 *
 * @param count maximum number of further attempts, 1 by default
 * @param delay seconds between two attempts, 1 by default
 */
public record Retries(boolean enabled, Optional<Template> count, Optional<Template> delay) {}
