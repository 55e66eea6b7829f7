package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.Split;
import java.util.Optional;

/** Selects one element of an output (rules 6.1 and 6.2). */
public final class OutputSplitter {

    private OutputSplitter() {}

    /** The element; empty if there is none of this index, or the delimiter is empty. */
    public static Optional<Output> select(Output output, Split split) {
        String text = output.head(Integer.MAX_VALUE);
        String pattern =
                switch (split.delimiter()) {
                    case "space" -> "(?U)\\s+";
                    case "tab" -> "\t+";
                    case "comma" -> ",";
                    case "semi", "semicolon" -> ";";
                    case "pipe" -> "\\|";
                    case "newline" -> "\n";
                    default -> java.util.regex.Pattern.quote(split.delimiter());
                };
        if (split.delimiter().isEmpty() || split.index() < 0) {
            return Optional.empty();
        }
        String[] elements = text.split(pattern, -1);
        return split.index() < elements.length ? Optional.of(Output.of(elements[split.index()])) : Optional.empty();
    }
}
