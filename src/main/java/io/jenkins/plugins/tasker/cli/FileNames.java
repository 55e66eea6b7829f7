package io.jenkins.plugins.tasker.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Rejects names that no file should have, before they reach the file system (rule 15.10). */
final class FileNames {

    /** Options with the name of a file or directory that are not declared as paths. */
    private static final Set<String> NAMES = Set.of(Options.LOG_DIR, Options.RESUME_FROM);

    private FileNames() {}

    /**
     * Finds names that do not follow an option. Picocli fails on them without a useful message.
     *
     * @throws ParameterException if such a name is empty or {@code -}
     */
    static void check(CommandLine commandLine, String... args) {
        for (int i = 0; i < args.length; i++) {
            if (isNoName(args[i]) && (i == 0 || !takesValue(commandLine, args[i - 1]))) {
                throw noName(commandLine, "file name", args[i]);
            }
        }
    }

    /** Gives {@code --output-json} without a value an empty one, so that it does not take the next argument (rule 24.4). */
    static String[] withValues(String... args) {
        return Stream.of(args)
                .map(arg -> arg.equals(Options.OUTPUT_JSON) ? Options.OUTPUT_JSON + "=" : arg)
                .toArray(String[]::new);
    }

    private static boolean takesValue(CommandLine commandLine, String argument) {
        return Stream.concat(Stream.of(commandLine), commandLine.getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> option.arity().max() > 0)
                .flatMap(option -> Stream.of(option.names()))
                .anyMatch(name -> name.startsWith("--") && argument.length() > 2
                        ? name.startsWith(argument)
                        : name.equals(argument));
    }

    /**
     * @throws ParameterException if a file name is empty or {@code -}, or if options stand before a subcommand, so that the
     *     name of a task file was probably meant
     */
    static void check(CommandLine commandLine, ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            checkNames(commandLine, parsed);
            return;
        }
        String name = parsed.subcommand().commandSpec().name();
        if (!parsed.matchedOptions().isEmpty() || parsed.hasMatchedPositional(0)) {
            throw new ParameterException(
                    commandLine,
                    "'" + name
                            + "' is a subcommand and takes its options after its name; for a task file of this name write"
                            + " ./" + name);
        }
        checkNames(commandLine, parsed.subcommand());
    }

    private static void checkNames(CommandLine commandLine, ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (isPath(option) && !option.longestName().equals(Options.OUTPUT_JSON)
                    || NAMES.contains(option.longestName())) {
                check(commandLine, option.longestName(), option.originalStringValues());
            }
        }
    }

    private static void check(CommandLine commandLine, String parameter, List<String> names) {
        for (String name : names) {
            if (isNoName(name)) {
                throw noName(commandLine, parameter, name);
            }
        }
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.equals("-");
    }

    private static ParameterException noName(CommandLine commandLine, String parameter, String name) {
        return new ParameterException(
                commandLine,
                parameter + ": '" + name + "' is not the name of a file"
                        + (name.equals("-") ? "; for a file of this name write ./-" : ""));
    }

    private static boolean isPath(ArgSpec argument) {
        return argument.type() == Path.class
                || Arrays.asList(argument.auxiliaryTypes()).contains(Path.class);
    }
}
