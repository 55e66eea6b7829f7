package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How references look in a text (rules 7.1 and 7.2). */
final class Reference {

    private static final Pattern REFERENCE =
            Pattern.compile("@(?:(?<global>[A-Za-z_][A-Za-z0-9_]*)|(?<id>[0-9]+)_(?<result>[A-Za-z0-9_]+))@");

    private Reference() {}

    /** Finds everything that has the shape of a reference, defined or not. */
    static Matcher matcher(String text) {
        return REFERENCE.matcher(text);
    }

    /** The name of the global variable that a match names, or null if it names a result. */
    static String global(Matcher match) {
        return match.group("global");
    }

    /** The result that a match names; empty if it is {@code @N_...@} with leading zeros or an unknown ending (E13). */
    static Optional<ResultReference> result(Matcher match) {
        String id = match.group("id");
        if (id == null || (id.length() > 1 && id.startsWith("0"))) {
            return Optional.empty();
        }
        return TaskId.parse(id)
                .flatMap(task -> ResultName.of(match.group("result")).map(name -> new ResultReference(task, name)));
    }

    /** Whether the whole text is one reference. */
    static boolean isWhole(String text) {
        return REFERENCE.matcher(text).matches();
    }
}
