package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.ArgvTemplate.InvalidTemplateException;
import java.util.Locale;
import java.util.Optional;

/** What people write about an execution type (rule 5.3), each with what can be wrong with it. */
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
                        ? Optional.of("a connection test has no {command} and no {arguments}; name a program")
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

    /** As it is written in a file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why a text that is given for this cannot be used, and the remedy; empty if it can. */
    public abstract Optional<String> problem(String text);
}
