package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.process.LocalResultFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Ends a {@link ContainedCommand} by force: the shell sends the signals. For the thread of the {@link ContainedLoop}. */
final class ContainedTermination {

    private final ContainedCommand command;
    private final ContainedLoop loop;
    private boolean late;
    private boolean onlyBackground;
    private boolean begun;
    private volatile boolean killed;

    ContainedTermination(ContainedCommand command, ContainedLoop loop) {
        this.command = command;
        this.loop = loop;
    }

    /** Requests KILL, without a grace period. For any thread. */
    void kill() {
        killed = true;
    }

    boolean isKilled() {
        return killed;
    }

    boolean isLate() {
        return late;
    }

    /**
     * Prevents the start of a command whose monitor has not started it yet.
     *
     * @param timedOut whether the time limit ends the command
     * @param hasEnded whether only background processes are left
     * @return whether the command has not started and never will
     */
    boolean prevents(boolean timedOut, boolean hasEnded) {
        late = timedOut;
        onlyBackground = hasEnded;
        ControlFiles files = command.files();
        try {
            if (late) {
                files.recordTimeLimit();
            }
            return !command.isReattached() && !hasEnded && Files.isDirectory(files.directory()) && files.fence();
        } catch (IOException e) {
            // the marks name the processes
            return false;
        }
    }

    /**
     * Sends the first signals.
     *
     * @param done receives the answer of the shell when all processes have ended or cannot be killed
     * @param onFailure receives the reason if there is no shell
     */
    void begin(Consumer<ShellReport> done, Consumer<String> onFailure) {
        begun = true;
        hurry();
        loop.ask(question -> ContainedScript.end(question, command.files().prefix(), command.mark()), done, onFailure);
    }

    /** Shows the shell that KILL was requested. */
    void hurry() {
        try {
            if (killed && begun) {
                command.files().requestKill();
            }
        } catch (IOException e) {
            // KILL follows after the grace period
        }
    }

    /** Returns the exit code after the termination. */
    int exitCode(Optional<Integer> recorded, int status) {
        return late ? CommandResult.OUT_OF_TIME : recorded.orElse(CommandResult.signalled(status != 0));
    }

    /** Returns the lines for stderr. */
    List<String> lines(ShellReport answer) {
        boolean stuck = answer.exitCode().equals(Optional.of(ContainedScript.STUCK));
        return LocalResultFactory.notices(
                command.command, late, onlyBackground, stuck ? Optional.of(answer.monitor()) : Optional.empty());
    }
}
