package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.CommandMark;
import io.jenkins.plugins.tasker.command.process.ProcessStatus;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one detached command.
 *
 * <p>The process that creates {@code .pid} owns the command: only a monitor that created it starts the command. A process that
 * creates it with {@link #fence} knows that the command has not started and never will with these files.
 *
 * <table>
 * <caption>Files, in the order of their creation</caption>
 * <tr><td>{@code .pid}</td><td>process id of the monitor, a shell that waits for the command</td></tr>
 * <tr><td>{@code .out}, {@code .err}</td><td>output of the command</td></tr>
 * <tr><td>{@code .late}</td><td>exists if the time limit ended the command</td></tr>
 * <tr><td>{@code .kill}</td><td>exists if a {@link ContainedCommand} gets no more time to end</td></tr>
 * <tr><td>{@code .end}</td><td>exit status of the command</td></tr>
 * </table>
 *
 * A number is valid when its line is complete. The files of all commands share a directory, because creating and deleting a
 * directory for each command would take as long as starting it.
 *
 * @param directory of all commands of the run
 * @param name prefix of the files' names
 */
record ControlFiles(Path directory, String name) {

    /** The shell ksh93 adds 256 to the number of a signal, others add 128 (rule 5.11). */
    private static final int SIGNALLED_IN_KSH = 256;

    /** Ends the mark of a shell. */
    static final String SHELL = "-shell";

    private static final String FENCED = "0\n";
    private static final Path PROCESSES = Path.of("/proc");

    private static final List<String> SUFFIXES = List.of("pid", "out", "err", "late", "kill", "end");

    /** How much later than its {@code .pid} file a process may seem to have started. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /**
     * Prevents the command from starting with these files.
     *
     * @return false if the command was started, or another process has fenced it
     */
    boolean fence() throws IOException {
        createDirectory();
        try {
            Files.writeString(file("pid"), FENCED, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Returns the files of the command with this {@code .pid} file; empty for other files. */
    static Optional<ControlFiles> ofPidFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".pid")
                ? Optional.of(new ControlFiles(file.getParent(), name.substring(0, name.length() - ".pid".length())))
                : Optional.empty();
    }

    /** Returns the id of the command. */
    String command() {
        int mark = name.indexOf('~');
        return mark < 0 ? name : name.substring(0, mark);
    }

    /** Returns the files with which the process that fenced these files starts the command. */
    ControlFiles next() {
        int fenced = name.equals(command())
                ? 0
                : Integer.parseInt(name.substring(command().length() + 1));
        return new ControlFiles(directory, command() + "~" + (fenced + 1));
    }

    /** Whether {@link #fence} has created the {@code .pid} file. */
    boolean isFenced() {
        try {
            return Files.readString(file("pid")).equals(FENCED);
        } catch (IOException e) {
            return false;
        }
    }

    /** Checks before creating, because checking costs a tenth and the directory usually exists. */
    void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
    }

    /** Returns the path that all files begin with. */
    Path prefix() {
        return directory.resolve(name);
    }

    /** Returns the mark of the shell that starts the commands of a directory. Their monitors have it in place of theirs. */
    static String shellMark(Path directory) {
        return directory.getFileName() + SHELL;
    }

    Path out() {
        return file("out");
    }

    Path err() {
        return file("err");
    }

    /** Returns the exit status; empty if no process has recorded it. */
    Optional<Integer> exitCode() throws IOException {
        return number("end").map(status -> exitCode(status.intValue()));
    }

    /** Returns the exit code for a status that a shell has recorded or reported. */
    static int exitCode(int status) {
        return status > SIGNALLED_IN_KSH ? status - SIGNALLED_IN_KSH + 128 : status;
    }

    /** Records that the time limit ends the command. Called before the command is terminated, because its monitor records its end. */
    void recordTimeLimit() throws IOException {
        Files.writeString(file("late"), "");
    }

    /** Requests KILL from the loop that ends a {@link ContainedCommand}. */
    void requestKill() throws IOException {
        Files.writeString(file("kill"), "");
    }

    /** Records the end of a command with a monitor that was killed or could not record it. */
    void recordEnd(int exitCode) throws IOException {
        Files.writeString(file("end"), exitCode + "\n");
    }

    /** Records the end for a session that reattaches, if the disk allows it. */
    void tryRecordEnd(int exitCode) {
        try {
            recordEnd(exitCode);
        } catch (IOException e) {
            // this process knows the end
        }
    }

    /** Returns the exit status; empty if it is not recorded or cannot be read. */
    Optional<Integer> recorded() {
        try {
            return exitCode();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the output files exist. */
    boolean hasOutputs() {
        return Files.exists(out()) && Files.exists(err());
    }

    /** Whether the time limit ended the command. */
    boolean isTimedOut() {
        return Files.exists(file("late"));
    }

    /** Returns the process id of the monitor; empty if it is not recorded, or the files are fenced. */
    Optional<Long> pid() throws IOException {
        return number("pid").filter(pid -> pid > 0);
    }

    /** Returns when the command started; empty if it has not started. */
    Optional<Instant> start() throws IOException {
        return number("pid").isPresent() ? Optional.of(modified("pid")) : Optional.empty();
    }

    /** Returns the time from the start to the recorded end. */
    Duration duration() throws IOException {
        Duration duration = Duration.between(modified("pid"), modified("end"));
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /**
     * Returns the monitor if it runs. Compares marks and times, because a later process can have the same id. The monitor of an
     * earlier version has the mark of the command.
     */
    Optional<ProcessHandle> process(String mark) throws IOException {
        Optional<ProcessHandle> process = running();
        if (process.isEmpty()) {
            return process;
        }
        Instant latest = modified("pid").plus(TOLERANCE);
        return process.filter(monitor -> {
            List<String> marks = CommandMark.of(monitor);
            return marks.contains(mark)
                    || ((marks.isEmpty() || marks.contains(shellMark(directory)))
                            && monitor.info()
                                    .startInstant()
                                    .filter(latest::isAfter)
                                    .isPresent());
        });
    }

    /** Whether the monitor may run, whenever its file was changed. */
    boolean mayRun(String mark) throws IOException {
        List<String> marks = running().map(CommandMark::of).orElse(List.of());
        return marks.contains(mark)
                || marks.contains(shellMark(directory))
                || process(mark).isPresent();
    }

    private Optional<ProcessHandle> running() throws IOException {
        return pid().flatMap(ProcessHandle::of).filter(ProcessStatus::isRunning);
    }

    private Path file(String suffix) {
        return directory.resolve(name + "." + suffix);
    }

    private Instant modified(String suffix) throws IOException {
        return Files.getLastModifiedTime(file(suffix)).toInstant();
    }

    private Optional<Long> number(String suffix) throws IOException {
        try {
            String text = Files.readString(file(suffix));
            return text.endsWith("\n") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a process holds an output file open. Background processes belong to the command until they close its output
     * (rule 5.10). Always false on systems other than Linux.
     */
    boolean isHeld() {
        try {
            Set<Path> outputs = Set.of(out().toRealPath(), err().toRealPath());
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
                for (Path process : processes) {
                    if (holds(process.resolve("fd"), outputs)) {
                        return true;
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // not Linux, or the command has no output
        }
        return false;
    }

    private static boolean holds(Path openFiles, Set<Path> outputs) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(openFiles)) {
            for (Path file : files) {
                if (isOneOf(outputs, file)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // it has ended, or belongs to another user
        }
        return false;
    }

    private static boolean isOneOf(Set<Path> outputs, Path openFile) {
        try {
            return outputs.contains(Files.readSymbolicLink(openFile));
        } catch (IOException e) {
            // closed in the meantime, as the handle of this directory stream
            return false;
        }
    }

    /** Deletes the files. Ignores those that cannot be deleted. */
    void delete() {
        try {
            for (String suffix : SUFFIXES) {
                Files.deleteIfExists(file(suffix));
            }
        } catch (IOException e) {
            // a process still uses it
        }
    }
}
