package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text for {@code /bin/sh -c} with references. The script reads values from shell variables, so the shell never parses a
 * value, whatever quotes surround the reference. Where a shell would evaluate the value of a variable, only decimal integers
 * are inserted, or nothing at all (rule 5.8).
 */
public final class ShellText {

    /** Thrown if a value must not be inserted. The message names the reference, the reason and the remedy. */
    public static final class UnsafeValueException extends Exception {

        private static final long serialVersionUID = 1L;

        UnsafeValueException(String message) {
            super(message);
        }
    }

    /**
     * A doubtful place of a reference.
     *
     * @param inArguments whether the reference is in {@code arguments}; otherwise it is in {@code command}
     * @param reference as written
     * @param refusal why no value may stand there; empty if a value may
     * @param program reads the value as a program of its own; may be empty
     */
    public record Doubt(boolean inArguments, String reference, String refusal, String program) {}

    private static final String REMEDY =
            "put the shell text into a script, name it in 'command', and pass the value through 'arguments'";

    private static final Pattern INTEGER = Pattern.compile("([+-]?)0*([0-9]{1,18})");

    private final List<String> texts = new ArrayList<>();
    private final List<Template.Part> references = new ArrayList<>();
    private final List<String> argumentReferences;
    private final List<ShellPlace> places;
    private final boolean closed;

    private ShellText(Template command, Words arguments) {
        StringBuilder shape = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (Template.Part part : command.parts()) {
            if (part.isInserted()) {
                texts.add(text.toString());
                shape.append(visible(text.toString())).append(ShellWord.VALUE);
                text.setLength(0);
                references.add(part);
            } else {
                text.append(part.text());
            }
        }
        texts.add(text.toString());
        shape.append(visible(text.toString()));
        closed = ShellScanner.scan(shape.toString()).isClosed();
        for (String word : arguments.shapes(ShellWord.VALUE, ShellWord.CUT_VALUE)) {
            shape.append(' ').append(LocalCommandLine.quote(word));
        }
        argumentReferences = arguments.references();
        places = ShellScanner.scan(shape.toString()).places();
        places.stream()
                .skip(references.size())
                .filter(place -> !place.integerIn().isEmpty())
                .forEach(place -> place.refuse("in 'arguments' for " + place.integerIn()));
    }

    /** Keeps characters that have a meaning for the scanner out of the text. */
    private static String visible(String text) {
        return text.replace(ShellWord.VALUE, '?')
                .replace(ShellWord.UNKNOWN, '?')
                .replace(ShellWord.CUT_VALUE, '?');
    }

    /** @param arguments the words that follow the text (rule 5.7 b) */
    public static ShellText of(Template command, Words arguments) {
        return new ShellText(command, arguments);
    }

    /** Returns the places where no value may stand, or where a value may be read as a program, in order. */
    public List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            ShellPlace place = places.get(i);
            boolean inArguments = i >= references.size();
            String reference = inArguments
                    ? argumentReferences.get(i - references.size())
                    : references.get(i).text();
            if (!place.refusal().isEmpty() || !place.program().isEmpty()) {
                doubts.add(new Doubt(inArguments, reference, place.refusal(), place.program()));
            }
        }
        return doubts;
    }

    /**
     * Returns the words of {@code /bin/sh -c} with values inserted.
     *
     * @param arguments the words of {@code arguments}, with values inserted
     * @param unresolved receives references without a value; these stay as written
     * @throws UnsafeValueException if a value must not be inserted
     */
    List<String> argv(ResultLookup results, List<String> arguments, List<String> unresolved)
            throws UnsafeValueException {
        Optional<Doubt> refused =
                doubts().stream().filter(doubt -> !doubt.refusal().isEmpty()).findFirst();
        if (refused.isPresent()) {
            throw new UnsafeValueException(refused.get().reference() + " cannot be used "
                    + refused.get().refusal() + ": the shell could run it as code; " + REMEDY);
        }
        Script script = new Script();
        for (int i = 0; i < references.size(); i++) {
            String text = texts.get(i);
            Optional<String> value = references.get(i).value(results);
            if (value.isEmpty()) {
                unresolved.add(references.get(i).text());
            }
            script.append(text, places.get(i), references.get(i).text(), value);
        }
        script.text.append(texts.get(texts.size() - 1));
        for (String argument : arguments) {
            // after an open quote or a comment, a quoted word would have another meaning
            script.text.append(' ').append(closed ? LocalCommandLine.quote(argument) : script.quoted(argument));
        }
        return script.argv();
    }

    /** Joins texts and values. */
    private static final class Script {

        private final StringBuilder text = new StringBuilder();
        private final List<String> values = new ArrayList<>();

        void append(String before, ShellPlace place, String written, Optional<String> value)
                throws UnsafeValueException {
            text.append(before);
            if (!place.integerIn().isEmpty()) {
                text.append(integer(place, written, value));
            } else if (value.isEmpty() || place.quotes() == ShellPlace.Quotes.COMMENT) {
                text.append(written);
            } else {
                literalBefore(place);
                text.append(
                        switch (place.quotes()) {
                            case DOUBLE -> variable(value.get());
                            case SINGLE -> "'" + quoted(value.get()) + "'";
                            default -> quoted(value.get());
                        });
            }
        }

        /** Makes a dollar sign or backslash at the end of the text an ordinary character. */
        private void literalBefore(ShellPlace place) {
            if (place.before() != ' ') {
                text.setLength(text.length() - 1);
                boolean kept = place.before() == '$' || place.quotes() == ShellPlace.Quotes.DOUBLE;
                text.append(kept ? "\\" + place.before() : "");
            }
        }

        private static String integer(ShellPlace place, String written, Optional<String> value)
                throws UnsafeValueException {
            var matcher = INTEGER.matcher(value.orElse("").strip());
            if (!matcher.matches()) {
                throw new UnsafeValueException(written
                        + value.map(text -> " is '" + text + "'").orElse(" has no value")
                        + ", but " + place.integerIn() + " needs a whole number of at most 18 digits");
            }
            return matcher.group(1).equals("-") ? " -" + matcher.group(2) : matcher.group(2);
        }

        private String variable(String value) {
            values.add(value);
            return "${" + name(values.size()) + "}";
        }

        private String quoted(String value) {
            return '"' + variable(value) + '"';
        }

        private static String name(int number) {
            return "tasker_" + number;
        }

        /**
         * Returns the words. The script first moves values from positional parameters to named variables, because functions
         * and {@code set} change {@code $1}.
         */
        List<String> argv() {
            List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c"));
            if (values.isEmpty()) {
                argv.add(text.toString());
                return argv;
            }
            StringBuilder prefix = new StringBuilder();
            for (int i = 1; i <= values.size(); i++) {
                prefix.append(name(i)).append("=${").append(i).append("} ");
            }
            argv.add(prefix.append("&& shift ").append(values.size()) + "; " + text);
            argv.add("/bin/sh");
            argv.addAll(values);
            return argv;
        }
    }
}
