package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the reason why a command cannot start or has failed to start (rule 5.11). The system's error numbers are ambiguous:
 * 2 means that the program, its interpreter or the working directory does not exist. This class therefore inspects the files.
 */
public final class StartFailures {

    private static final int TOO_LONG = 7;
    private static final int BAD_FORMAT = 8;
    private static final String ERROR_NUMBER = "error[=:] ?(\\d+)";
    private static final int FORMAT_BYTES = 256;

    private final Path directory;

    /** @param directory the working directory of the commands */
    StartFailures(Path directory) {
        this.directory = directory;
    }

    /** Checks the words of a command. */
    static Optional<StartFailure> ofWords(List<String> argv) {
        return ofText(argv)
                .or(() -> NativeEncoding.firstUnwritable(argv)
                        .flatMap(word -> notStarted("'" + word + "' cannot be passed to a program, because Java runs "
                                + "with the character set " + NativeEncoding.charset()
                                + "; start Java with LC_ALL=C.UTF-8")));
    }

    /** Checks the words of a command that Java does not encode for the system. */
    public static Optional<StartFailure> ofText(List<String> argv) {
        for (String word : argv) {
            if (word.indexOf('\0') >= 0) {
                return notStarted(
                        "program or arguments contain a NUL character, which no program can receive; remove it");
            }
        }
        return Optional.empty();
    }

    /** Checks the name of a program, wherever its file is. */
    public static Optional<StartFailure> ofName(String program) {
        return program.isEmpty() ? notFound("the name of the program is empty; set 'command'") : Optional.empty();
    }

    /** Explains a working directory that does not exist. */
    Optional<StartFailure> ofDirectory() {
        return notStarted(
                "the working directory " + directory + " does not exist or is not a directory; create it first");
    }

    /** Checks a program before its start. */
    Optional<StartFailure> ofProgram(String program, SearchPath searchPath) {
        if (!Files.isDirectory(directory)) {
            return ofDirectory();
        }
        if (program.isEmpty()) {
            return ofName(program);
        }
        if (!Programs.isPlainName(program)) {
            return file(program).flatMap(file -> unusable(program, file));
        }
        Optional<Path> found = searchPath.find(program);
        if (found.isPresent()) {
            return unusable(program, found.get());
        }
        Optional<Path> notExecutable = searchPath.findNotExecutable(program);
        if (notExecutable.isPresent()) {
            return unusable(program, notExecutable.get());
        }
        return notFound("program '" + program + "' was not found on PATH; install it, or correct the name or PATH ("
                + searchPath + ")");
    }

    private Optional<Path> file(String program) {
        try {
            return Optional.of(directory.resolve(program));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<StartFailure> unusable(String program, Path file) {
        String name = "program '" + program + "'";
        if (!Files.exists(file)) {
            return notFound(name + " was not found: there is no file " + file + "; correct the name");
        }
        if (Files.isDirectory(file)) {
            return notStarted(name + " is a directory (" + file + "); name a file in it");
        }
        if (!Files.isExecutable(file)) {
            return notStarted(name + " is not executable (" + file + "); chmod +x helps if it is the right file");
        }
        return interpreter(name, file);
    }

    /** Checks the first line of a script. Without an interpreter, Java would run the script with a shell. */
    private Optional<StartFailure> interpreter(String name, Path file) {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(FORMAT_BYTES);
        } catch (IOException e) {
            // a program can be executable without being readable
            return Optional.empty();
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("#!")) {
            return text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : notStarted(name + " is a text (" + file + ") whose first line does not name an interpreter; "
                            + "add one such as #!/bin/sh");
        }
        String interpreter = text.substring(2).strip().split("[ \t\n\0]", 2)[0];
        return interpreter.startsWith("/") && !Files.exists(Path.of(interpreter))
                ? notStarted(name + " needs the interpreter '" + interpreter.replace("\r", "\\r") + "' (first line of "
                        + file + "), which does not exist; install it or correct the line")
                : Optional.empty();
    }

    /** Explains the exception of a failed start. */
    StartFailure ofStart(List<String> argv, Throwable failure) {
        String name = "program '" + argv.get(0) + "'";
        // further lines describe problems of Java itself
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        Matcher number = Pattern.compile(ERROR_NUMBER).matcher(message);
        if (message.contains("Too many open files")) {
            return StartFailure.notStarted(
                    name + " cannot be started: too many open files; raise the limit (ulimit -n) "
                            + "or lower max_parallel");
        }
        switch (number.find() ? Integer.parseInt(number.group(1)) : 0) {
            case TOO_LONG:
                long size = argv.stream()
                        .mapToLong(word -> word.getBytes(StandardCharsets.UTF_8).length + 1L)
                        .sum();
                return StartFailure.notStarted(name + " cannot be started: its arguments are too long for this system ("
                        + argv.size() + " words, " + size + " bytes); pass them in a file");
            case BAD_FORMAT:
                return StartFailure.notStarted(name + " is not in a format that this machine can run");
            default:
                return StartFailure.notStarted(name + " cannot be started: " + message);
        }
    }

    private static Optional<StartFailure> notStarted(String reason) {
        return Optional.of(StartFailure.notStarted(reason));
    }

    private static Optional<StartFailure> notFound(String reason) {
        return Optional.of(StartFailure.notFound(reason));
    }
}
