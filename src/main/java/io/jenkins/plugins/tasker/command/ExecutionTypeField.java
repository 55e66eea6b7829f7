package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.ArgvTemplate.InvalidTemplateException;
import java.util.Locale;
import java.util.Optional;

/** The written fields of an execution type (rule 5.3), each with its check. */
public enum ExecutionTypeField {
    NAME {
        @Override
        public Optional<String> problem(String text) {
            return text.matches(ExecutionType.NAME)
                    ? Optional.empty()
                    : Optional.of(
                            "'" + text + "' cannot be the name of an execution type; use letters, digits, _ . and -, "
                                    + "and begin with a letter or _");
        }
    },
    /** The argv template. */
    RUN {
        @Override
        public Optional<String> problem(String text) {
            try {
                ArgvTemplate.parse(text);
                return Optional.empty();
            } catch (InvalidTemplateException e) {
                return Optional.of(e.getMessage());
            }
        }
    },
    /** The argv template of the connection test. */
    TEST {
        @Override
        public Optional<String> problem(String text) {
            try {
                ArgvTemplate test = ArgvTemplate.parse(text);
                return test.uses(Placeholder.COMMAND) || test.uses(Placeholder.ARGUMENTS)
                        ? Optional.of("a connection test cannot contain {command} or {arguments}; name a program")
                        : Optional.empty();
            } catch (InvalidTemplateException e) {
                return Optional.of(e.getMessage());
            }
        }
    },
    FALLBACK {
        @Override
        public Optional<String> problem(String text) {
            boolean program = !text.isBlank() && text.strip().chars().noneMatch(Character::isWhitespace);
            return program
                    ? Optional.empty()
                    : Optional.of("'" + text.strip() + "' is not the name of one program; name one, or leave it out");
        }
    },
    QUOTING {
        @Override
        public Optional<String> problem(String text) {
            return Quoting.of(text.strip()).isPresent()
                    ? Optional.empty()
                    : Optional.of("the quoting mode '" + text + "' is not known; use none or posix");
        }
    };

    /** Returns the name in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns why a text is invalid for this field, and the remedy; empty if the text is valid. */
    public abstract Optional<String> problem(String text);
}
