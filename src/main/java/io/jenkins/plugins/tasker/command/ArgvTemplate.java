package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.UnbalancedQuotesException;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argv with place-holders (rule 5.2).
 *
 * <p>The text is split into words by rule 5.5. Examples are {@code ssh {hostname} {command} {arguments}} and, with command
 * and arguments in one word, {@code wwrs_cli {hostname} "{command} {arguments}"}.
 */
public final class ArgvTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_]+)}");

    private final String written;
    private final List<List<Object>> elements;
    private final Set<Placeholder> used;

    private ArgvTemplate(String written, List<List<Object>> elements, Set<Placeholder> used) {
        this.written = written;
        this.elements = elements;
        this.used = used;
    }

    /** Thrown for a template that cannot be used. The message names the reason and the remedy. */
    public static final class InvalidTemplateException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidTemplateException(String message) {
            super(message);
        }
    }

    /**
     * Parses a template.
     *
     * @throws InvalidTemplateException if a quote is not closed, a place-holder is unknown, or the text is empty
     */
    public static ArgvTemplate parse(String text) throws InvalidTemplateException {
        List<String> words;
        try {
            words = Words.split(text).render(ResultLookup.NONE, new ArrayList<>());
        } catch (UnbalancedQuotesException e) {
            throw new InvalidTemplateException(e.getMessage() + "; close it, or write \\ before it");
        }
        if (words.isEmpty()) {
            throw new InvalidTemplateException("the template is empty; begin it with a program or {command}");
        }
        Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
        List<List<Object>> elements = new ArrayList<>();
        for (String word : words) {
            elements.add(parts(word, used));
        }
        return new ArgvTemplate(text, elements, used);
    }

    /** Splits a word into text and place-holders, in their order. */
    private static List<Object> parts(String word, Set<Placeholder> used) throws InvalidTemplateException {
        List<Object> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(word);
        int copied = 0;
        while (matcher.find()) {
            Optional<Placeholder> placeholder = Placeholder.of(matcher.group(1));
            if (placeholder.isEmpty()) {
                throw new InvalidTemplateException("the place-holder " + matcher.group() + " is not known; use "
                        + Arrays.toString(Placeholder.values()));
            }
            parts.add(word.substring(copied, matcher.start()));
            parts.add(placeholder.get());
            used.add(placeholder.get());
            copied = matcher.end();
        }
        parts.add(word.substring(copied));
        parts.removeIf(""::equals);
        return parts;
    }

    boolean uses(Placeholder placeholder) {
        return used.contains(placeholder);
    }

    /** Returns whether a word of the template is this program, with or without its directory. */
    boolean names(String program) {
        return elements.stream()
                .filter(element -> element.size() == 1)
                .map(element -> element.get(0))
                .anyMatch(
                        part -> part.equals(program) || (part instanceof String path && path.endsWith("/" + program)));
    }

    /**
     * Returns the template up to a word that is this place-holder and nothing else; empty without such a word, or if another of
     * the place-holders precedes it.
     */
    Optional<ArgvTemplate> through(Placeholder last, Set<Placeholder> others) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).equals(List.of(last))) {
                return Optional.of(new ArgvTemplate(written, elements.subList(0, i + 1), used));
            }
            if (elements.get(i).stream().anyMatch(others::contains)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns the words without place-holders. */
    List<String> fixedWords() {
        return elements.stream()
                .filter(element -> element.stream().allMatch(String.class::isInstance))
                .map(element -> text(element, Map.of()))
                .toList();
    }

    /** Returns the program; empty if the first word contains a place-holder. */
    Optional<String> program() {
        boolean fixed = elements.get(0).stream().allMatch(String.class::isInstance);
        return fixed ? Optional.of(text(elements.get(0), Map.of())) : Optional.empty();
    }

    /**
     * Replaces the place-holders.
     *
     * @param values of the place-holders; arguments are quoted already
     */
    List<String> expand(Map<Placeholder, List<String>> values) {
        List<String> argv = new ArrayList<>();
        for (List<Object> element : elements) {
            if (element.size() == 1 && element.get(0) instanceof Placeholder alone && alone.isList()) {
                argv.addAll(values.get(alone));
            } else if (element.size() <= 1) {
                argv.add(text(element, values));
            } else {
                argv.add(withoutTrailingSpaces(text(element, values)));
            }
        }
        return argv;
    }

    private static String text(List<Object> element, Map<Placeholder, List<String>> values) {
        StringBuilder text = new StringBuilder();
        for (Object part : element) {
            text.append(part instanceof Placeholder placeholder ? String.join(" ", values.get(placeholder)) : part);
        }
        return text.toString();
    }

    private static String withoutTrailingSpaces(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Returns the text of the template as written. */
    @Override
    public String toString() {
        return written;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArgvTemplate template && template.elements.equals(elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }
}
