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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one detached command. Making the file {@code .pid} is the right to start the command, which only one can
 * win: the shell that starts it, or somebody who then knows that it was not started and never will be ({@link #fence}).
 *
 * <p>The files are written by that shell, which stays with the command: {@code .pid} (its process number, first of
 * all), {@code .out} and {@code .err} (what the command prints) and {@code .end} (its exit status, last of all). A number
 * counts when its line is complete.
 *
 * <p>They lie beside those of all other commands. In a directory for each, making and removing directories would take as long
 * as starting the commands.
 *
 * @param directory of all commands of the run
 * @param name what the names of these files begin with
 */
record ControlFiles(Path directory, String name) {

    /**
     * What a terminal sends is for the command; the shell outlives it to tell how it ended. TERM ends both: a shell that
     * caught it could do so just before it starts the command, which would not hear of it. File 9 tells who still belongs
     * to the command.
     */
    private static final String SCRIPT = "trap : HUP INT; set -C; "
            + "echo $$ >\"$0.pid\" || exit 126; "
            + "(exec 9>&1 >\"$0.out\" 2>\"$0.err\"; exec \"$@\"); "
            + "echo $? >\"$0.end\"";

    private static final String FENCED = "0\n";
    private static final Path PROCESSES = Path.of("/proc");

    private static final List<String> SUFFIXES = List.of("pid", "out", "err", "late", "end");

    /** How much later than its number was written a process of that number may seem to have started. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /**
     * Keeps the command from being started here.
     *
     * @return false if it was started, or somebody was faster
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

    /** The files of the command whose shell made this one; empty if it is another file. */
    static Optional<ControlFiles> startedBy(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".pid")
                ? Optional.of(new ControlFiles(file.getParent(), name.substring(0, name.length() - ".pid".length())))
                : Optional.empty();
    }

    /** The id of the command, wherever it was fenced off before. */
    String command() {
        int mark = name.indexOf('~');
        return mark < 0 ? name : name.substring(0, mark);
    }

    /** Where the command is started by whoever has fenced it off here, and by nobody else. */
    ControlFiles next() {
        int fenced = name.equals(command())
                ? 0
                : Integer.parseInt(name.substring(command().length() + 1));
        return new ControlFiles(directory, command() + "~" + (fenced + 1));
    }

    boolean isFenced() {
        try {
            return Files.readString(file("pid")).equals(FENCED);
        } catch (IOException e) {
            return false;
        }
    }

    List<String> wrap(List<String> argv) throws IOException {
        createDirectory();
        List<String> words = new ArrayList<>(
                List.of("/bin/sh", "-c", SCRIPT, directory.resolve(name).toString()));
        words.addAll(argv);
        return words;
    }

    /** It is there unless somebody has removed it; looking costs a tenth of trying to make it. */
    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
    }

    Path out() {
        return file("out");
    }

    Path err() {
        return file("err");
    }

    /** The exit status; empty if the command has not ended, or nobody was there to tell. */
    Optional<Integer> exitCode() throws IOException {
        return number("end").map(Long::intValue);
    }

    /** Tells the end in place of a shell that was ended by force, perhaps because its time was over. */
    void end(int exitCode, boolean timedOut) throws IOException {
        if (timedOut) {
            Files.writeString(file("late"), "");
        }
        Files.writeString(file("end"), exitCode + "\n");
    }

    /** Whether it was told that the time limit has ended it. */
    boolean isTimedOut() {
        return Files.exists(file("late"));
    }

    /** When the command was started; empty if it was not. */
    Optional<Instant> start() throws IOException {
        return number("pid").isPresent() ? Optional.of(modified("pid")) : Optional.empty();
    }

    /** From the start to the end that was told. */
    Duration duration() throws IOException {
        Duration duration = Duration.between(modified("pid"), modified("end"));
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** The shell, if it still runs: a process of that number which carries the mark, not one that got the number later. */
    Optional<ProcessHandle> process(String mark) throws IOException {
        Optional<Long> pid = number("pid");
        if (pid.isEmpty()) {
            return Optional.empty();
        }
        Instant latest = modified("pid").plus(TOLERANCE);
        return ProcessHandle.of(pid.get()).filter(ProcessStatus::isRunning).filter(process -> {
            List<String> marks = CommandMark.of(process);
            return marks.isEmpty()
                    ? process.info().startInstant().filter(latest::isAfter).isPresent()
                    : marks.contains(mark);
        });
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
     * Whether a process still has an output open, as background processes do, which belong to the command until they let go
     * of it (rule 5.10). Where the system does not tell (only Linux does), nobody is waited for.
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
            // the system does not tell, or nothing was printed
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
            // it has ended, or is somebody else's
        }
        return false;
    }

    private static boolean isOneOf(Set<Path> outputs, Path openFile) {
        try {
            return outputs.contains(Files.readSymbolicLink(openFile));
        } catch (IOException e) {
            // closed meanwhile, like the one with which the directory was read
            return false;
        }
    }

    /** Removes everything; what cannot be removed stays. */
    void delete() {
        try {
            for (String suffix : SUFFIXES) {
                Files.deleteIfExists(file(suffix));
            }
        } catch (IOException e) {
            // whoever still writes into it keeps it
        }
    }
}
