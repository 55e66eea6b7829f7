package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** What a normal task runs, where, and for how long at most (rule 3.3). */
public record Invocation(
        Template hostname,
        Template command,
        Template arguments,
        Optional<Template> executionType,
        Optional<Template> timeout) {}
