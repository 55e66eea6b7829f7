package io.jenkins.plugins.tasker.command.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How Windows finds and starts programs: a name without an extension is completed by one of {@code PATHEXT}, and a batch file runs in
 * {@code cmd}, which would interpret its arguments.
 */
final class WindowsPrograms {

    private static final String DEFAULT_EXTENSIONS = ".COM;.EXE;.BAT;.CMD";
    private static final List<String> BATCH_FILES = List.of(".bat", ".cmd");
    private static final String SHELL = "/bin/sh";

    /** Characters that {@code cmd} interprets, also between quotes or after them. */
    private static final String INTERPRETED = "\"%!^&|<>\r\n";

    private final Path shell;
    private final Path directory;
    private final List<Path> directories = new ArrayList<>();
    private final List<String> extensions;

    /**
     * @param environment all variables of the commands; Windows ignores the case of their names
     * @param directory working directory of the commands
     */
    WindowsPrograms(Map<String, String> environment, Path directory) {
        this(environment, directory, Path.of(SHELL));
    }

    /** @param shell file of the shell for shell texts */
    WindowsPrograms(Map<String, String> environment, Path directory, Path shell) {
        this.shell = shell;
        this.directory = directory;
        for (String entry : value(environment, SearchPath.VARIABLE, "").split(";")) {
            // an entry with a semicolon stands in quotes
            resolve(directory, entry.replace("\"", "")).ifPresent(directories::add);
        }
        this.extensions = Arrays.stream(
                        value(environment, "PATHEXT", DEFAULT_EXTENSIONS).split(";"))
                .map(String::strip)
                .filter(extension -> extension.startsWith("."))
                .toList();
    }

    private static String value(Map<String, String> environment, String name, String standard) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(standard);
    }

    /** Finds the file of a program: a plain name in the directories of PATH, any other name from the working directory. */
    Optional<Path> find(String program) {
        if (program.isEmpty()) {
            return Optional.empty();
        }
        if (program.indexOf('/') >= 0 || program.indexOf('\\') >= 0) {
            return find(directory, program);
        }
        return directories.stream()
                .flatMap(place -> find(place, program).stream())
                .findFirst();
    }

    private Optional<Path> find(Path place, String program) {
        if (hasExtension(program)) {
            Optional<Path> exact = resolve(place, program).filter(Files::isRegularFile);
            if (exact.isPresent()) {
                return exact;
            }
        }
        return extensions.stream()
                .flatMap(extension -> List.of(extension, extension.toLowerCase(Locale.ROOT)).stream())
                .flatMap(extension -> resolve(place, program + extension).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static boolean hasExtension(String program) {
        return program.lastIndexOf('.') > Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'));
    }

    private static Optional<Path> resolve(Path directory, String entry) {
        try {
            return Optional.of(directory.resolve(entry));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns why a command cannot start, as far as that is known before. */
    Optional<StartFailure> obstacle(List<String> argv) {
        String program = argv.get(0);
        if (program.equals(SHELL) && !Files.exists(shell)) {
            return Optional.of(
                    StartFailure.notFound("'command' contains |, <, >, ;, & or a command substitution, which " + SHELL
                            + " interprets; Windows has no such shell. Name a program, for example cmd.exe with /c and the "
                            + "text in arguments, or run the task on another agent"));
        }
        Optional<Path> file = find(program);
        if (file.isEmpty()) {
            return Optional.of(StartFailure.notFound(
                    "program '" + program + "' was not found on PATH, with any extension " + "of PATHEXT ("
                            + String.join(";", extensions) + "); install it, or correct the name or PATH"));
        }
        return isBatchFile(file.get()) ? interpreted(argv) : Optional.empty();
    }

    private static boolean isBatchFile(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return BATCH_FILES.stream().anyMatch(name::endsWith);
    }

    private static Optional<StartFailure> interpreted(List<String> argv) {
        return argv.stream()
                .skip(1)
                .filter(word -> word.chars().anyMatch(c -> INTERPRETED.indexOf(c) >= 0))
                .findFirst()
                .map(
                        word -> StartFailure.notStarted(
                                "program '" + argv.get(0)
                                        + "' is a batch file, and cmd would interpret the argument '" + word
                                        + "'; leave out \" % ! ^ & | < > and line breaks, or name the program that the batch file starts"));
    }

    /** Returns the argv with the file of the program, which Windows finds without PATHEXT only if it is an .exe. */
    List<String> argv(List<String> argv) {
        List<String> found = new ArrayList<>(argv);
        find(argv.get(0)).ifPresent(file -> found.set(0, file.toString()));
        return found;
    }
}
