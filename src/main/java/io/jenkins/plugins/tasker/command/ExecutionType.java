package io.jenkins.plugins.tasker.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How commands reach a host: a name and argv templates (rules 5.1 to 5.4).
 *
 * @param run elements of the argv template
 * @param test elements of the connection test's template; empty if the type has none
 * @param fallback program that takes the place of the template's first element if only this one is on PATH
 * @param quoting how arguments are handed over
 */
public record ExecutionType(
        String name, List<String> run, List<String> test, Optional<String> fallback, Quoting quoting) {

    /** How arguments are handed over. */
    public enum Quoting {
        /** As they are. */
        NONE,
        /** Quoted, so that a remote shell passes them on unchanged. */
        POSIX
    }

    /** The type that runs commands on this machine, and reads {@code command} by rule 5.7. */
    public static final String LOCAL = "local";

    private static final String HOSTNAME = "{hostname}";
    private static final String COMMAND = "{command}";
    private static final String ARGUMENTS = "{arguments}";

    public ExecutionType {
        run = List.copyOf(run);
        test = List.copyOf(test);
    }

    public boolean isLocal() {
        return name.equals(LOCAL);
    }

    /** The program that must be on PATH; empty if the template begins with the command itself. */
    public Optional<String> program() {
        return run.get(0).contains("{") ? Optional.empty() : Optional.of(run.get(0));
    }

    /** The argv of a command. */
    public List<String> argv(String hostname, String command, List<String> arguments, Programs programs) {
        List<String> handedOver = quoting == Quoting.POSIX
                ? arguments.stream().map(LocalCommandLine::quote).toList()
                : arguments;
        return expand(run, hostname, command, handedOver, programs);
    }

    /** The argv of the connection test; empty if the type has none. */
    public List<String> testArgv(String hostname, Programs programs) {
        return test.isEmpty() ? List.of() : expand(test, hostname, "", List.of(), programs);
    }

    private List<String> expand(
            List<String> template, String hostname, String command, List<String> arguments, Programs programs) {
        List<String> argv = new ArrayList<>();
        for (String element : template) {
            switch (element) {
                case HOSTNAME -> argv.add(hostname);
                case COMMAND -> argv.add(command);
                case ARGUMENTS -> argv.addAll(arguments);
                default -> argv.add(insert(element, hostname, command, arguments));
            }
        }
        if (fallback.isPresent()
                && argv.get(0).equals(template.get(0))
                && !programs.onPath(argv.get(0))
                && programs.onPath(fallback.get())) {
            argv.set(0, fallback.get());
        }
        return argv;
    }

    /** Within a larger element place-holders are text; what was inserted is not looked at again. */
    private static String insert(String element, String hostname, String command, List<String> arguments) {
        if (element.indexOf('{') < 0) {
            return element;
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < element.length()) {
            if (element.startsWith(HOSTNAME, i)) {
                text.append(hostname);
                i += HOSTNAME.length();
            } else if (element.startsWith(COMMAND, i)) {
                text.append(command);
                i += COMMAND.length();
            } else if (element.startsWith(ARGUMENTS, i)) {
                text.append(String.join(" ", arguments));
                i += ARGUMENTS.length();
            } else {
                text.append(element.charAt(i));
                i++;
            }
        }
        return text.toString().stripTrailing();
    }
}
