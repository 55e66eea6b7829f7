package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.CommandMark;
import io.jenkins.plugins.tasker.command.process.StartFailure;
import io.jenkins.plugins.tasker.command.process.StartFailures;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a {@link ContainedCommand}, again if its shell is killed before. For the thread of the {@link ContainedLoop}. */
final class ContainedStart {

    private static final int MOST_LOST_SHELLS = 3;

    private final ContainedCommand command;
    private final ContainedLoop loop;
    private ContainedShell shell;
    private int lostShells;

    ContainedStart(ContainedCommand command, ContainedLoop loop) {
        this.command = command;
        this.loop = loop;
    }

    void start() {
        Optional<StartFailure> failure = check(command.command.argv());
        if (failure.isPresent()) {
            command.notStarted(failure.get());
            return;
        }
        try {
            command.files().createDirectory();
            shell = loop.shells().get();
        } catch (IOException | RuntimeException e) {
            command.notStarted(StartFailure.notStarted("no command can be started: " + e.getMessage()));
            return;
        }
        String key = command.onSubmit();
        Map<String, String> variables = new HashMap<>(command.command.environment());
        variables.put(CommandMark.VARIABLE, command.mark());
        try {
            shell.submit(ShellScript.start(
                    command.files().prefix(), key, loop.directory(), variables, command.command.argv()));
        } catch (IOException e) {
            onShellLost(shell);
        }
    }

    /** Returns why a command cannot start. Where its program is, only the shell knows. */
    private static Optional<StartFailure> check(List<String> argv) {
        String program = argv.get(0);
        return StartFailures.ofText(argv)
                .or(() -> StartFailures.ofName(program))
                .or(() -> program.startsWith("-")
                        ? Optional.of(StartFailure.notStarted(
                                "program '" + program + "': its name begins with a hyphen; write ./" + program))
                        : Optional.empty());
    }

    /** Whether no shell reports the end of the command. */
    boolean hasLostShell() {
        return shell == null;
    }

    /** A command that the shell has not started starts through another one. */
    void onShellLost(ContainedShell gone) {
        if (shell != gone) {
            return;
        }
        shell = null;
        try {
            if (!command.files().fence()) {
                // its monitor outlives the shell and reports the end
                return;
            }
        } catch (IOException e) {
            command.notStarted(StartFailure.notStarted("its control files cannot be written: " + e.getMessage()));
            return;
        }
        command.requeue();
        if (++lostShells < MOST_LOST_SHELLS) {
            start();
        } else {
            command.notStarted(
                    StartFailure.notStarted("the shell that starts commands was killed " + lostShells + " times"));
        }
    }
}
