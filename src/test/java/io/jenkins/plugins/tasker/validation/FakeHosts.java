package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network of hosts with a behaviour for each prefix of their name: {@code unknown...} does not resolve, {@code
 * silent...} does not answer a ping, {@code deaf...} lets ping run into its limit, {@code refusing...} fails its
 * connection test, {@code mute...} and {@code expired...} print no line that is OK, {@code alias...} does not resolve and
 * {@code filtered...} answers no ping, but both pass their connection test, {@code hanging...} blocks its lookup, {@code slow...} exceeds the
 * limit of its connection test, and {@code stuck...} never ends its commands.
 */
final class FakeHosts implements HostResolver, CommandRunner {

    final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> lookups = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Duration> limits = new ConcurrentLinkedQueue<>();
    final AtomicInteger killed = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();

    @Override
    public void resolve(String host) throws IOException {
        lookups.add(host);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            if (host.startsWith("hanging")) {
                hanging.countDown();
                Thread.sleep(60_000);
            }
            if (host.startsWith("unknown") || host.startsWith("alias")) {
                throw new UnknownHostException("not known to anyone");
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted");
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @Override
    public boolean isReachable(String host, Duration limit) {
        return !host.startsWith("silent");
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        commands.add(command.display());
        CompletableFuture<CommandResult> result = new CompletableFuture<>();
        List<String> argv = command.argv();
        String host = argv.stream()
                .filter(word -> word.matches("([a-z]+@)*[a-z]+[0-9]+"))
                .map(word -> word.substring(word.lastIndexOf('@') + 1))
                .findFirst()
                .orElse("");
        if (host.startsWith("stuck")) {
            hanging.countDown();
        } else if (host.startsWith("deaf")) {
            limits.add(command.timeLimit());
            result.complete(new CommandResult(
                    CommandResult.OUT_OF_TIME,
                    true,
                    Output.EMPTY,
                    Output.of("tasker: time limit exceeded\n"),
                    command.timeLimit()));
        } else if (argv.get(0).equals("ping")) {
            result.complete(ended(host.startsWith("silent") || host.startsWith("filtered") ? 1 : 0, "", ""));
        } else if (host.startsWith("unknown") || host.startsWith("silent")) {
            result.complete(ended(255, "", "no route\n"));
        } else if (host.startsWith("expired")) {
            result.complete(ended(0, "TOKEN EXPIRED\nNOT OK\n", ""));
        } else if (host.startsWith("refusing")) {
            result.complete(ended(255, "", "permission\u001b denied\n"));
        } else if (host.startsWith("slow")) {
            result.complete(new CommandResult(
                    CommandResult.OUT_OF_TIME, true, Output.EMPTY, Output.EMPTY, command.timeLimit()));
        } else {
            result.complete(ended(0, host.startsWith("mute") ? "welcome" : "Welcome\n OK\n", ""));
        }
        return new RunningCommand() {
            @Override
            public CompletableFuture<CommandResult> result() {
                return result;
            }

            @Override
            public void terminate() {
                kill();
            }

            @Override
            public void kill() {
                killed.incrementAndGet();
                result.complete(ended(137, "", ""));
            }
        };
    }

    private static CommandResult ended(int exitCode, String stdout, String stderr) {
        return new CommandResult(exitCode, false, Output.of(stdout), Output.of(stderr), Duration.ZERO);
    }
}
