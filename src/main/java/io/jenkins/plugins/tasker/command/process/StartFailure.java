package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.CommandResult;

/**
 * Why a command could not be started, for whoever reads its stderr (rule 5.11).
 *
 * @param exitCode 127 if the program does not exist, otherwise 126
 * @param reason one line: what is wrong, where it was looked for, and what can be done
 */
record StartFailure(int exitCode, String reason) {

    static StartFailure notFound(String reason) {
        return new StartFailure(CommandResult.NOT_FOUND, "tasker: " + reason);
    }

    static StartFailure notStarted(String reason) {
        return new StartFailure(CommandResult.NOT_STARTED, "tasker: " + reason);
    }
}
