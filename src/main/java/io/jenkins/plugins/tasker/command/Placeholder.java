package io.jenkins.plugins.tasker.command;

import java.util.Locale;
import java.util.Optional;

/** The place-holders of an {@link ArgvTemplate} (rule 5.2). */
enum Placeholder {
    HOSTNAME,
    COMMAND,
    ARGUMENTS,
    LOGIN;

    /**
     * Finds a place-holder.
     *
     * @param name without braces
     */
    static Optional<Placeholder> of(String name) {
        for (Placeholder placeholder : values()) {
            if (placeholder.toString().equals("{" + name + "}")) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
    }

    /** Whether a word that consists of this place-holder expands to any number of words. */
    boolean isList() {
        return this == ARGUMENTS || this == LOGIN;
    }

    /** Returns the text in templates. */
    @Override
    public String toString() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }
}
