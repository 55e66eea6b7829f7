package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Finds a command that an earlier session has started in a container. For the thread of the {@link ContainedLoop}. */
final class ContainedReattachment {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ContainedCommand command;
    private final ContainedLoop loop;
    private final long since = System.nanoTime();

    ContainedReattachment(ContainedCommand command, ContainedLoop loop) {
        this.command = command;
        this.loop = loop;
    }

    void find() {
        if (!command.isQueued()) {
            return;
        }
        try {
            ControlFiles files = command.files();
            if (files.exitCode().isPresent()) {
                command.watch(command.command.timeLimit());
                command.check().run();
                return;
            }
            Optional<Long> monitor = files.pid();
            if (monitor.isPresent()) {
                find(monitor.get());
            } else if (System.nanoTime() - since > DetachedCommand.STARTING.toNanos()) {
                command.fail(DetachedCommand.NO_TRACE);
            } else {
                loop.after(PAUSE, this::find);
            }
        } catch (IOException | RuntimeException e) {
            command.fail("its control files cannot be read: " + e.getMessage());
        }
    }

    private void find(long monitor) throws IOException {
        command.watch(command.command.timeLimit().minus(command.recordedAge()));
        command.register();
        loop.ask(
                question -> ContainedScript.alive(question, monitor, loop.shellMark()),
                answer -> {
                    if (answer.exitCode().orElse(0) == 0) {
                        command.check().onMonitorGone();
                    }
                },
                command::onShellFailed);
    }
}
