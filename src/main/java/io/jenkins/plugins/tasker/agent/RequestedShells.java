package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.detached.ShellLauncher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The shells that the controller starts for a session on an agent, because only its launcher knows the container around the step. */
final class RequestedShells implements ShellLauncher {

    private final Consumer<Report> controller;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> running = new ConcurrentHashMap<>();

    RequestedShells(Consumer<Report> controller) {
        this.controller = controller;
    }

    /** {@inheritDoc} The controller composes arguments and variables itself; it receives the name of the shell only. */
    @Override
    public Shell launch(List<String> argv, Map<String, String> environment, Path directory) {
        int number = numbers.getAndIncrement();
        CompletableFuture<String> ended = new CompletableFuture<>();
        running.put(number, ended);
        String prefix = argv.get(argv.size() - 1);
        controller.accept(new Report.LaunchShell(number, prefix.substring(prefix.lastIndexOf('/') + 1)));
        return new Shell() {
            @Override
            public CompletableFuture<?> ended() {
                return ended;
            }

            @Override
            public void kill() {
                controller.accept(new Report.KillShell(number));
            }

            @Override
            public String lastWords() {
                return ended.getNow("");
            }
        };
    }

    void onEnded(Order.ShellEnded shell) {
        CompletableFuture<String> ended = running.remove(shell.number());
        if (ended != null) {
            ended.complete(shell.words());
        }
    }
}
