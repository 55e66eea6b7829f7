package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** The command of a normal task, its host and its time limit (rule 3.3). */
public record Invocation(
        Template hostname,
        Template command,
        Template arguments,
        Optional<Template> executionType,
        Optional<Template> timeout) {}
