package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.LocalResultFactory;
import io.jenkins.plugins.tasker.command.process.StartFailure;
import java.util.List;
import java.util.Optional;

/**
 * The state in which a {@link StartedCommand} was ended by force.
 *
 * @param report of its monitor, if that reported the end before
 * @param onlyBackground whether only its background processes still ran
 * @param killed whether the run requested KILL
 */
record ForcedEnd(
        Optional<ShellReport> report, boolean neverStarted, boolean timedOut, boolean onlyBackground, boolean killed) {

    /** Returns the result of the command if it never started. */
    CommandResult beforeStart(OutputListener listener) {
        return timedOut
                ? LocalResultFactory.notStarted(
                        StartFailure.notStarted("the shell that starts commands did not respond"), listener)
                : CommandResult.signalledBeforeStart(killed);
    }

    /**
     * Returns the lines of Tasker for stderr.
     *
     * @param stuck a process that could not be ended
     */
    List<String> notices(Command command, Optional<Long> stuck) {
        return LocalResultFactory.notices(command, timedOut, onlyBackground, stuck);
    }
}
