package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputCollector;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates the results of local commands (rule 5.11). */
public final class LocalResultFactory {

    private LocalResultFactory() {}

    /** Returns the result of a command that failed to start. */
    public static CommandResult notStarted(StartFailure failure, OutputListener listener) {
        OutputCollector stderr = new OutputCollector(OutputStreamName.STDERR, listener, TemporaryFile::new);
        stderr.addLine(failure.reason());
        return new CommandResult(failure.exitCode(), false, Output.EMPTY, stderr.output(), Duration.ZERO);
    }

    /**
     * Returns the result of a command with a process that has ended or cannot be killed.
     *
     * @param onlyBackground whether the process ended in time and only background processes kept its output open
     */
    static CommandResult ended(
            Command command,
            Process process,
            boolean timedOut,
            boolean onlyBackground,
            Duration duration,
            OutputCollector stdout,
            OutputCollector stderr) {
        boolean stuck = process.isAlive();
        int exitCode = stuck ? CommandResult.signalled(true) : process.exitValue();
        if (timedOut) {
            exitCode = CommandResult.OUT_OF_TIME;
        }
        Optional<Long> stuckProcess = stuck ? Optional.of(process.pid()) : Optional.empty();
        notices(command, timedOut, onlyBackground, stuckProcess).forEach(stderr::addLine);
        return new CommandResult(exitCode, timedOut, stdout.output(), stderr.output(), duration);
    }

    /**
     * Returns the lines of Tasker for stderr (rule 5.11).
     *
     * @param onlyBackground whether the time limit ended only background processes
     * @param stuck a process that cannot be killed
     */
    public static List<String> notices(
            Command command, boolean timedOut, boolean onlyBackground, Optional<Long> stuck) {
        List<String> notices = new ArrayList<>();
        if (timedOut) {
            notices.add("tasker: time limit of " + seconds(command.timeLimit()) + " exceeded, command terminated");
        }
        if (timedOut && onlyBackground) {
            notices.add("tasker: the program had ended, but background processes kept its output open; "
                    + "redirect their output (>/dev/null 2>&1)");
        }
        stuck.ifPresent(process -> notices.add("tasker: process " + process + " could not be ended and still runs"));
        return notices;
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
