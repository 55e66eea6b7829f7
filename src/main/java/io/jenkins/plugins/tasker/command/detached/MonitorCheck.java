package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.util.Optional;

/** Checks repeatedly whether a {@link StartedCommand} has ended without a report, or its monitor was killed. For one thread. */
final class MonitorCheck {

    /** Checks after which a monitor that disappeared can no longer report, nor its shell. */
    private static final int MOST_CHECKS = 3;

    private final StartedCommand command;
    private final String mark;
    private int withoutMonitor;

    MonitorCheck(StartedCommand command, String mark) {
        this.command = command;
        this.mark = mark;
    }

    /**
     * Checks once.
     *
     * @param shell that started the command; null if it was lost
     * @param key of the order
     */
    void run(WaitingShell shell, String key) {
        try {
            // in this order: a monitor records the exit status before it ends
            Optional<ProcessHandle> monitor = command.files().process(mark);
            Optional<Integer> exitCode = command.files().exitCode();
            Optional<Long> pid = command.files().pid();
            if (exitCode.isPresent()) {
                command.onReport(new ShellReport(key, exitCode, true, true, pid.orElse(0L)));
            } else if (monitor.isEmpty() && pid.isPresent()) {
                onLost(shell, key, pid.get());
            }
        } catch (IOException | RuntimeException e) {
            // a report, or the next check, will find the end
        }
    }

    /** Its shell, the parent, knows the exit status of the monitor. */
    private void onLost(WaitingShell shell, String key, long pid) throws IOException {
        withoutMonitor++;
        if (withoutMonitor == 1 && shell != null && shell.reportsEnds() && !shell.isLost()) {
            shell.submit(ShellScript.status(key, pid));
        } else if (withoutMonitor >= MOST_CHECKS) {
            command.onMonitorLost();
        }
    }
}
