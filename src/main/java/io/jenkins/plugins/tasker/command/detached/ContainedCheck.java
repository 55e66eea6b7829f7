package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Finds an end of a {@link ContainedCommand} that no shell reports. For the thread of the {@link ContainedLoop}. */
final class ContainedCheck {

    /** Checks after which a monitor that disappeared can no longer record an exit status. */
    private static final int MOST_CHECKS = 2;

    private final ContainedCommand command;
    private final ContainedLoop loop;
    private int withoutMonitor;

    ContainedCheck(ContainedCommand command, ContainedLoop loop) {
        this.command = command;
        this.loop = loop;
    }

    /** Returns the process id of a monitor to check; empty if it is not started or its end is known. */
    Optional<Long> monitor() {
        try {
            return command.needsEnd() ? command.files().pid() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Called repeatedly. */
    void run() {
        if (command.needsEnd() && command.files().recorded().isPresent()) {
            try {
                command.onRecorded();
            } catch (IOException e) {
                // the next check reads it
            }
        }
    }

    /** Called when the monitor does not run. It records the exit status before it ends. */
    void onMonitorGone() {
        run();
        if (!command.needsEnd()) {
            return;
        }
        withoutMonitor++;
        if (withoutMonitor >= MOST_CHECKS) {
            command.fail(DetachedCommand.MONITOR_KILLED);
        } else if (command.isReattached()) {
            loop.after(Duration.ofSeconds(1), this::onMonitorGone);
        }
    }
}
