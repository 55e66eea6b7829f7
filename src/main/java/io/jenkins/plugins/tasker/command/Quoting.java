package io.jenkins.plugins.tasker.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an execution type passes the arguments of a command to its program (rule 5.4). */
public enum Quoting {
    /** Passes arguments unchanged, to a program that forwards them as separate words. */
    NONE {
        @Override
        public String apply(String argument) {
            return argument;
        }
    },
    /** Quotes arguments for a POSIX shell on the host, unless an argument needs no quotes. */
    POSIX {
        @Override
        public String apply(String argument) {
            return HARMLESS.matcher(argument).matches() ? argument : LocalCommandLine.quote(argument);
        }
    };

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

    public abstract String apply(String argument);

    /** Finds the mode of a name in files: {@code none} or {@code posix}. */
    public static Optional<Quoting> of(String name) {
        for (Quoting quoting : values()) {
            if (quoting.toString().equals(name)) {
                return Optional.of(quoting);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
