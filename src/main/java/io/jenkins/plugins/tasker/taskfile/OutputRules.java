package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** How a normal task splits its output, and how its success is decided (rules 6.1 and 6.5). */
public record OutputRules(
        Optional<Condition> success,
        Optional<Template> stdoutCount,
        Optional<Template> stderrCount,
        Optional<Split> stdoutSplit,
        Optional<Split> stderrSplit) {}
