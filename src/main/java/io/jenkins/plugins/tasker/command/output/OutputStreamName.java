package io.jenkins.plugins.tasker.command.output;

/** The output streams of a command. */
public enum OutputStreamName {
    STDOUT,
    STDERR
}
