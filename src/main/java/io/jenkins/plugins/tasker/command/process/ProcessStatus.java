package io.jenkins.plugins.tasker.command.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What {@code /proc} tells of a process on Linux, in one reading; elsewhere what Java tells.
 *
 * @param parent process id; 0 if there is none
 * @param zombie whether it has ended and only waits to be asked for its status
 */
public record ProcessStatus(long parent, boolean zombie) {

    private static final int LONGEST_STATUS = 1024;

    /** Empty if the process does not exist any more. */
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

    /** Behind the name of the program, which is in parentheses and can hold anything: a letter for the state, the parent. */
    private static ProcessStatus parse(String status) {
        String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", 3);
        return new ProcessStatus(Long.parseLong(fields[1]), fields[0].equals("Z"));
    }

    /** Whether a process still runs. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive()
                && of(process).filter(status -> !status.zombie()).isPresent();
    }
}
