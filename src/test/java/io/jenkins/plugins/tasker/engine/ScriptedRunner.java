package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Simulates processes: the words of a command line determine its end. {@code exit 3}, {@code out some text},
 * {@code err some text}, {@code out-err text text}, {@code timeout}, {@code hang} (until terminated),
 * {@code fail-times 2} (fails twice, then succeeds).
 */
final class ScriptedRunner implements CommandRunner {

    final List<Command> started = new ArrayList<>();
    private int mostAtOnce;
    private int now;

    int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public synchronized RunningCommand start(Command command, OutputListener listener) {
        started.add(command);
        now++;
        mostAtOnce = Math.max(mostAtOnce, now);
        CompletableFuture<CommandResult> result = new CompletableFuture<>();
        List<String> words = command.argv();
        String text = String.join(" ", words.subList(1, words.size()));
        switch (words.get(0)) {
            case "hang" -> {}
            case "slow" ->
                CompletableFuture.delayedExecutor(50, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .execute(() -> end(result, 0, text, ""));
            case "timeout" -> end(result, CommandResult.OUT_OF_TIME, "", "time limit exceeded");
            case "exit" -> end(result, Integer.parseInt(words.get(1)), "", "");
            case "out" -> end(result, 0, text + "\n", "");
            case "err" -> end(result, 1, "", text + "\n");
            case "fail-times" -> {
                long before = started.stream()
                        .filter(c -> c.argv().equals(command.argv()))
                        .count();
                end(result, before > Integer.parseInt(words.get(1)) ? 0 : 1, "", "");
            }
            case "count" ->
                end(
                        result,
                        0,
                        started.stream()
                                        .filter(c -> c.argv().equals(command.argv()))
                                        .count() + "\n",
                        "");
            default -> throw new IllegalArgumentException(text);
        }
        return new RunningCommand() {
            @Override
            public CompletableFuture<CommandResult> result() {
                return result;
            }

            @Override
            public void terminate() {
                end(result, 143, "", "");
            }

            @Override
            public void kill() {
                end(result, 137, "", "");
            }
        };
    }

    private synchronized void end(CompletableFuture<CommandResult> result, int exitCode, String stdout, String stderr) {
        if (!result.isDone()) {
            now--;
            boolean timedOut = exitCode == CommandResult.OUT_OF_TIME;
            result.complete(
                    new CommandResult(exitCode, timedOut, Output.of(stdout), Output.of(stderr), Duration.ofMillis(1)));
        }
    }
}
