package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tests one property of one host, and waits for the result up to a limit. Each test returns the reason of its failure,
 * or empty.
 */
final class HostCheck {

    private static final String PING = "ping";

    /** The part of the output that is searched for the answer, in characters. */
    private static final int LONGEST = 1 << 20;

    private final HostResolver resolver;
    private final CommandRunner runner;
    private final Programs programs;
    private final HostLimits limits;
    private final ExecutorService lookups;

    /**
     * Creates a check.
     *
     * @param lookups runs name lookups; its threads may be abandoned, because a name lookup cannot be stopped
     */
    HostCheck(
            HostResolver resolver,
            CommandRunner runner,
            Programs programs,
            HostLimits limits,
            ExecutorService lookups) {
        this.resolver = resolver;
        this.runner = runner;
        this.programs = programs;
        this.limits = limits;
        this.lookups = lookups;
    }

    Optional<String> name(String host) throws InterruptedException {
        Callable<Optional<String>> lookup = () -> {
            resolver.resolve(host);
            return Optional.empty();
        };
        return limited(lookup, limits.lookup(), "the name does not resolve");
    }

    Optional<String> ping(String host) throws InterruptedException {
        String silent = "no answer to a ping within " + HostLimits.seconds(limits.ping());
        if (!programs.onPath(PING)) {
            Callable<Optional<String>> test =
                    () -> resolver.isReachable(host, limits.ping()) ? Optional.empty() : Optional.of(silent);
            return limited(test, limits.ping().plus(limits.lookup()), "no answer to a ping");
        }
        String seconds = String.valueOf(Math.max(1, limits.ping().toSeconds()));
        // ping stops at its own limit; the later limit terminates a ping that does not.
        Command ping = new Command(
                List.of(PING, "-c", "1", "-W", seconds, host), limits.ping().plus(HostLimits.MARGIN));
        return run(
                ping,
                result -> result.exitCode() == 0
                        ? Optional.empty()
                        : Optional.of(result.timedOut() ? silent : silent + errorOutput(result)));
    }

    Optional<String> connection(String host, ExecutionType type) throws InterruptedException {
        List<String> argv = type.testArgv(host, programs);
        if (argv.isEmpty()) {
            return Optional.empty();
        }
        return run(new Command(argv, limits.connection(), type.login().environment()), result -> {
            if (result.exitCode() == CommandResult.OUT_OF_TIME && result.timedOut()) {
                return Optional.of("the connection test did not end within " + HostLimits.seconds(limits.connection()));
            }
            if (result.exitCode() != 0) {
                return Optional.of(
                        "the connection test ended with exit code " + result.exitCode() + errorOutput(result));
            }
            return result.stdout().head(LONGEST).lines().map(WhiteSpace::trim).anyMatch("OK"::equals)
                    ? Optional.empty()
                    : Optional.of("the connection test did not print a line that is OK" + printedOutput(result));
        });
    }

    /** Decides from the result of a program why a test failed. */
    private interface FailureReason {
        Optional<String> of(CommandResult result);
    }

    private Optional<String> run(Command command, FailureReason reason) throws InterruptedException {
        RunningCommand running = runner.start(command, OutputListener.NONE);
        String program = command.argv().get(0);
        try {
            CommandResult result = running.result()
                    .get(command.timeLimit().plus(HostLimits.GRACE).toMillis(), TimeUnit.MILLISECONDS);
            try {
                return reason.of(result);
            } finally {
                result.stdout().close();
                result.stderr().close();
            }
        } catch (TimeoutException e) {
            running.kill();
            return Optional.of(program + " did not end");
        } catch (ExecutionException e) {
            return Optional.of(program + " failed: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            running.kill();
            throw e;
        }
    }

    private Optional<String> limited(Callable<Optional<String>> test, Duration limit, String failure)
            throws InterruptedException {
        Future<Optional<String>> answer = lookups.submit(test);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(failure + " within " + HostLimits.seconds(limit));
        } catch (ExecutionException e) {
            return Optional.of(failure + ": " + e.getCause().getMessage());
        } finally {
            answer.cancel(true);
        }
    }

    private static String printedOutput(CommandResult result) {
        String text = WhiteSpace.trim(result.stdout().head(500));
        return text.isEmpty() ? errorOutput(result) : ", but: " + text;
    }

    private static String errorOutput(CommandResult result) {
        String text = WhiteSpace.trim(result.stderr().head(500));
        return text.isEmpty() ? "" : ": " + text;
    }
}
