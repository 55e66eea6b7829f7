package io.jenkins.plugins.tasker.command;

/** Which of the two output streams of a command. */
public enum OutputStreamName {
    STDOUT,
    STDERR
}
