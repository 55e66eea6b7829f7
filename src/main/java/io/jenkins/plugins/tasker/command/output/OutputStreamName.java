package io.jenkins.plugins.tasker.command.output;

/** Which of the two output streams of a command. */
public enum OutputStreamName {
    STDOUT,
    STDERR
}
