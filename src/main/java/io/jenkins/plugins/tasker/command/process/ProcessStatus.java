package io.jenkins.plugins.tasker.command.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The status of a process, from one read of {@code /proc} on Linux and from Java elsewhere.
 *
 * @param parent process id of the parent; 0 without a parent
 * @param zombie whether the process has ended but its parent has not collected its exit status
 */
public record ProcessStatus(long parent, boolean zombie) {

    private static final int LONGEST_STATUS = 1024;

    /** Reads the status; empty if the process no longer exists. */
    static Optional<ProcessStatus> of(ProcessHandle process) {
        try (InputStream file = new FileInputStream("/proc/" + process.pid() + "/stat")) {
            byte[] status = file.readNBytes(LONGEST_STATUS);
            return Optional.of(parse(new String(status, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return process.isAlive()
                    ? Optional.of(new ProcessStatus(
                            process.parent().map(ProcessHandle::pid).orElse(0L), false))
                    : Optional.empty();
        }
    }

    /** Parses state and parent, which follow the program name in parentheses. The name can contain any character. */
    private static ProcessStatus parse(String status) {
        String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", 3);
        return new ProcessStatus(Long.parseLong(fields[1]), fields[0].equals("Z"));
    }

    /** Whether a process runs. False for zombies. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive()
                && of(process).filter(status -> !status.zombie()).isPresent();
    }
}
