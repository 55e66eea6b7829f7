package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.TaskEntry;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.text.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The variables from outside that the task file neither defines nor refers to (rule 4.7).
 *
 * @param errors one message for each name that is probably mistyped; such a run does not start
 * @param warnings one message for each other name
 */
public record UnknownVariables(List<String> errors, List<String> warnings) {

    /** Two letters in the wrong order are two edits. */
    private static final int MISTAKES = 2;

    /** A longer name would only make the comparison slow. */
    private static final int LONGEST = 200;

    /** Compares the variables of a run with its task file. */
    public static UnknownVariables of(RunInput input) {
        if (input.variables().isEmpty()) {
            return new UnknownVariables(List.of(), List.of());
        }
        Set<String> known = names(input.parse());
        input.variables().values().forEach(value -> known.addAll(Globals.namesIn(value)));
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (String name : input.variables().keySet()) {
            if (!known.contains(name)) {
                String message = "variable '" + name + "' is neither defined nor used in " + input.fileName();
                Optional<String> meant = input.named().contains(name) ? similar(known, name) : Optional.empty();
                meant.ifPresentOrElse(
                        other -> errors.add(message + "; was '" + other + "' meant?"), () -> warnings.add(message));
            }
        }
        return new UnknownVariables(errors, warnings);
    }

    private static Set<String> names(TaskFile file) {
        Set<String> names = new LinkedHashSet<>();
        for (KeyValueLine global : file.globals()) {
            names.add(global.key());
            names.addAll(Globals.namesIn(global.value()));
        }
        file.tasks().stream()
                .flatMap(UnknownVariables::lines)
                .forEach(line -> names.addAll(Globals.namesIn(line.value())));
        return names;
    }

    private static Stream<KeyValueLine> lines(TaskEntry task) {
        return Stream.concat(Stream.of(task.id()), task.fields().stream());
    }

    private static Optional<String> similar(Set<String> known, String name) {
        return known.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= MISTAKES && name.length() <= LONGEST)
                .filter(other -> EditDistance.between(lower(other), lower(name)) <= MISTAKES)
                .findFirst();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
