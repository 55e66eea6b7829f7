package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of {@code arguments}. They are split once, after globals are expanded and before results are inserted. So
 * nothing in a result acts as a quote, an operator or a reference (rules 5.5 and 5.6).
 */
public final class Words {

    /** A part of a word, either inside or outside of quotes. */
    private record Segment(Template text, boolean quoted) {}

    private final List<List<Segment>> words = new ArrayList<>();

    private Words() {}

    /** Returns whether every quote has its partner, so that the text can be split. */
    public static boolean areBalanced(String expanded) {
        for (int i = 0; i < expanded.length(); i++) {
            char c = expanded.charAt(i);
            if (c == '\\') {
                i++;
            } else if (Quotes.isQuote(c)) {
                i = Quotes.closing(expanded, i);
                if (i < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether the text ends with a backslash, outside of quotes, that escapes nothing (rule 2.16). */
    public static boolean endsWithBackslash(String expanded) {
        for (int i = 0; i < expanded.length(); i++) {
            char c = expanded.charAt(i);
            if (c == '\\') {
                i++;
                if (i == expanded.length()) {
                    return true;
                }
            } else if (Quotes.isQuote(c)) {
                int closing = Quotes.closing(expanded, i);
                i = closing < 0 ? expanded.length() : closing;
            }
        }
        return false;
    }

    /**
     * Splits a text into words.
     *
     * @param expanded text in which globals are expanded
     */
    public static Words split(String expanded) throws UnbalancedQuotesException {
        return split(expanded, Globals.NONE);
    }

    /** Splits a template into words. */
    public static Words split(Template template) throws UnbalancedQuotesException {
        return split(template.source(), template.globals());
    }

    private static Words split(String expanded, Globals globals) throws UnbalancedQuotesException {
        Words result = new Words();
        List<Segment> word = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < expanded.length(); i++) {
            char c = expanded.charAt(i);
            if (WhiteSpace.is(c)) {
                result.endWord(word, plain, globals);
                word = new ArrayList<>();
            } else if (Quotes.isQuote(c)) {
                int closing = Quotes.closing(expanded, i);
                if (closing < 0) {
                    throw new UnbalancedQuotesException(expanded, i);
                }
                endPlain(word, plain, globals);
                word.add(new Segment(Template.ofSource(unescape(expanded, i, closing), globals), true));
                i = closing;
            } else if (c == '\\' && i + 1 < expanded.length()) {
                i++;
                plain.append(expanded.charAt(i));
            } else {
                plain.append(c);
            }
        }
        result.endWord(word, plain, globals);
        return result;
    }

    private void endWord(List<Segment> word, StringBuilder plain, Globals globals) {
        endPlain(word, plain, globals);
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private static void endPlain(List<Segment> word, StringBuilder plain, Globals globals) {
        if (plain.length() > 0) {
            word.add(new Segment(Template.ofSource(plain.toString(), globals), false));
            plain.setLength(0);
        }
    }

    private static String unescape(String text, int open, int closing) {
        String inner = text.substring(open + 1, closing);
        if (text.charAt(open) == '\'' || inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length() && Quotes.isEscapable(inner.charAt(i + 1))) {
                i++;
            }
            result.append(inner.charAt(i));
        }
        return result.toString();
    }

    /**
     * Returns the words with a character in place of each reference to a result or a variable from outside.
     *
     * @param quoted for references within quotes
     * @param cut for other references, whose values are cut at white space
     */
    public List<String> shapes(char quoted, char cut) {
        List<String> shapes = new ArrayList<>();
        for (List<Segment> word : words) {
            StringBuilder shape = new StringBuilder();
            for (Segment segment : word) {
                for (Template.Part part : segment.text().parts()) {
                    shape.append(part.isInserted() ? segment.quoted() ? quoted : cut : part.text());
                }
            }
            shapes.add(shape.toString());
        }
        return shapes;
    }

    /** Returns the references whose values are inserted, as written and in order. */
    public List<String> references() {
        return words.stream()
                .flatMap(List::stream)
                .flatMap(segment -> segment.text().parts().stream())
                .filter(Template.Part::isInserted)
                .map(Template.Part::text)
                .toList();
    }

    /**
     * Returns the words with results inserted. A result within quotes stays unchanged; outside of quotes it is cut at
     * white space.
     *
     * @param unresolved receives the references without a value, which stay as written
     */
    public List<String> render(ResultLookup results, List<String> unresolved) {
        List<String> rendered = new ArrayList<>();
        for (List<Segment> word : words) {
            WordBuilder builder = new WordBuilder(rendered);
            for (Segment segment : word) {
                render(segment, results, unresolved, builder);
            }
            builder.end();
        }
        return rendered;
    }

    private static void render(Segment segment, ResultLookup results, List<String> unresolved, WordBuilder builder) {
        if (segment.quoted()) {
            Template.Rendered text = segment.text().render(results);
            unresolved.addAll(text.unresolved());
            builder.literal(text.text());
            return;
        }
        unresolved.addAll(segment.text().undefinedGlobals());
        unresolved.addAll(segment.text().malformedReferences());
        for (Template.Part part : segment.text().parts()) {
            Optional<String> value = part.value(results);
            if (value.isPresent()) {
                builder.cutAtWhiteSpace(value.get());
            } else {
                if (part.isInserted()) {
                    unresolved.add(part.text());
                }
                builder.text(part.text());
            }
        }
    }
}
