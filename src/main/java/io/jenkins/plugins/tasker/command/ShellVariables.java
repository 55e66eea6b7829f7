package io.jenkins.plugins.tasker.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a shell text that receive values, and the places where the shell evaluates variables. In
 * {@code x=@0_stdout@; echo $((x + 1))}, bash runs the commands that it finds in the value.
 */
final class ShellVariables {

    private static final Pattern NAMES = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|\\$\\{?[0-9@*]");
    private static final Pattern EXPANSIONS = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*|[0-9@*])");
    private static final String POSITIONAL = "$1";

    /** A variable and the text and references that it receives. */
    private record Assignment(String name, String text, List<ShellPlace> places) {}

    private final List<Assignment> assignments = new ArrayList<>();
    private final Set<String> evaluated = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private boolean functions;

    void functionDefined() {
        functions = true;
    }

    void assigned(String name, ShellWord word) {
        assignments.add(new Assignment(name, word.raw(), word.places()));
    }

    /** The positional parameters receive these words; of a function, too, if the text defines one. */
    void positional(List<ShellWord> words, boolean ofShell) {
        if (ofShell || functions) {
            words.forEach(word -> assigned(POSITIONAL, word));
        }
    }

    /** The shell evaluates the variables in a text. */
    void evaluated(String text) {
        evaluated.addAll(names(text));
    }

    /** A built-in command evaluates its argument. */
    void evaluated(String command, String argument) {
        if (command.equals("read") || command.equals("mapfile") || command.equals("readarray")) {
            read.addAll(names(argument));
        } else if (ShellNames.CALCULATING.contains(command)) {
            evaluated(argument);
        } else {
            Matcher matcher = EXPANSIONS.matcher(argument);
            while (matcher.find()) {
                evaluated(matcher.group());
            }
        }
    }

    private static Set<String> names(String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = NAMES.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group().startsWith("$") ? POSITIONAL : matcher.group());
        }
        return names;
    }

    /** Refuses the values of variables that are evaluated, directly or through other variables. */
    void refuse() throws ShellScanner.ObstacleException {
        boolean added = !evaluated.isEmpty();
        while (added) {
            added = false;
            for (Assignment assignment : assignments) {
                if (evaluated.contains(assignment.name())) {
                    added |= evaluated.addAll(names(assignment.text()));
                }
            }
        }
        for (String name : read) {
            if (evaluated.contains(name)) {
                throw new ShellScanner.ObstacleException("variable " + name + ", which is read and evaluated");
            }
        }
        for (Assignment assignment : assignments) {
            if (evaluated.contains(assignment.name())) {
                String reader = assignment.name().equals(POSITIONAL) ? "$1" : "variable " + assignment.name();
                assignment.places().forEach(place -> place.refuse("for " + reader + ", which the shell evaluates"));
            }
        }
    }
}
