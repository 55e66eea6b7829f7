package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.CommandResult;

/**
 * The reason why a command failed to start (rule 5.11).
 *
 * @param exitCode 127 if the program does not exist, otherwise 126
 * @param reason a line for stderr with the problem, the place and the remedy
 */
public record StartFailure(int exitCode, String reason) {

    public static StartFailure notFound(String reason) {
        return new StartFailure(CommandResult.NOT_FOUND, "tasker: " + reason);
    }

    public static StartFailure notStarted(String reason) {
        return new StartFailure(CommandResult.NOT_STARTED, "tasker: " + reason);
    }
}
