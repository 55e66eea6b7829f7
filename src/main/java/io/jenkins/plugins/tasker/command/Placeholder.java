package io.jenkins.plugins.tasker.command;

import java.util.Locale;
import java.util.Optional;

/** What is filled in when a template becomes an argv (rule 5.2). */
enum Placeholder {
    HOSTNAME,
    COMMAND,
    ARGUMENTS,
    LOGIN;

    /** @param name without braces */
    static Optional<Placeholder> of(String name) {
        for (Placeholder placeholder : values()) {
            if (placeholder.toString().equals("{" + name + "}")) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
    }

    /** Whether it gives any number of elements where it stands alone. */
    boolean isList() {
        return this == ARGUMENTS || this == LOGIN;
    }

    /** As it is written in a template. */
    @Override
    public String toString() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }
}
