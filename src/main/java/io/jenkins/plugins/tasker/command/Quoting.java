package io.jenkins.plugins.tasker.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the arguments of a command are handed to the program of an execution type (rule 5.4). */
public enum Quoting {
    /** As they are: the program hands them on as separate words, or there is none in between. */
    NONE {
        @Override
        public String apply(String argument) {
            return argument;
        }
    },
    /** Such that a POSIX shell at the other end takes them as they are; what needs no quotes gets none. */
    POSIX {
        @Override
        public String apply(String argument) {
            return HARMLESS.matcher(argument).matches() ? argument : LocalCommandLine.quote(argument);
        }
    };

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

    public abstract String apply(String argument);

    /** The mode of a name as it is written in a file: {@code none} or {@code posix}. */
    public static Optional<Quoting> of(String name) {
        for (Quoting quoting : values()) {
            if (quoting.toString().equals(name)) {
                return Optional.of(quoting);
            }
        }
        return Optional.empty();
    }

    /** As it is written in a file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
