package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * Whether and how failed sub-tasks are tried again (rule 11.5).
 *
 * @param count further attempts, 1 by default
 * @param delay seconds between attempts, 1 by default
 */
public record Retries(boolean enabled, Optional<Template> count, Optional<Template> delay) {}
