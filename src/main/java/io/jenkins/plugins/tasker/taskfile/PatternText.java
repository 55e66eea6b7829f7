package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The pattern of a test {@code L =~ PATTERN}, with references that are matched literally: no character of a value acts as
 * part of the pattern (rule 8.3).
 */
public final class PatternText {

    /** A value that is a single letter, to read a pattern before its values are known. */
    private static final String PLACEHOLDER = "x";

    /** Where in a pattern a reference is. */
    private enum Place {
        ORDINARY,
        /** Between brackets, where each character of the value is one of the characters of the class. */
        CLASS,
        /** Between {@code \Q} and {@code \E}. */
        QUOTED
    }

    /**
     * A piece of the pattern.
     *
     * @param reference null for a piece of pattern syntax
     */
    private record Part(String syntax, Template reference, Place place) {}

    private final String written;
    private final List<Part> parts = new ArrayList<>();

    private PatternText(String written) {
        this.written = written;
    }

    static PatternText of(String written, Globals globals) {
        PatternText pattern = new PatternText(written);
        Place place = Place.ORDINARY;
        int copied = 0;
        for (Reference r = Reference.find(written, 0); r != null; r = Reference.find(written, r.end())) {
            String syntax = written.substring(copied, r.start());
            place = placeAfter(syntax, place);
            pattern.parts.add(new Part(syntax, null, place));
            pattern.parts.add(new Part("", Template.of(r.written(), globals), place));
            copied = r.end();
        }
        pattern.parts.add(new Part(written.substring(copied), null, place));
        return pattern;
    }

    /** Returns the pattern as written in the file. */
    public String written() {
        return written;
    }

    /** Returns the references of the pattern. */
    List<Template> references() {
        return parts.stream().map(Part::reference).filter(part -> part != null).toList();
    }

    /** Returns the pattern in RE2 syntax. */
    public String syntax(ResultLookup results) {
        return syntaxWith(reference -> reference.render(results).text());
    }

    /** Returns the pattern with a letter in place of each reference, to check its syntax before the run. */
    public String syntaxWithPlaceholders() {
        return syntaxWith(reference -> PLACEHOLDER);
    }

    private String syntaxWith(Function<Template, String> value) {
        StringBuilder syntax = new StringBuilder();
        for (Part part : parts) {
            if (part.reference() == null) {
                syntax.append(part.syntax());
            } else {
                String literal = literal(value.apply(part.reference()));
                syntax.append(
                        switch (part.place()) {
                            case ORDINARY -> "(?:" + literal + ")";
                            case CLASS -> literal;
                            case QUOTED -> "\\E(?:" + literal + ")\\Q";
                        });
            }
        }
        return syntax.toString();
    }

    /** Escapes all ASCII characters but letters and digits; such an escape has no other meaning, also in a class. */
    private static String literal(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (c < 0x80 && !word) {
                literal.append('\\');
            }
            literal.append(c);
        }
        return literal.toString();
    }

    private static Place placeAfter(String syntax, Place before) {
        Place place = before;
        for (int i = 0; i < syntax.length(); i++) {
            char c = syntax.charAt(i);
            if (place == Place.QUOTED) {
                if (syntax.startsWith("\\E", i)) {
                    place = Place.ORDINARY;
                    i++;
                }
            } else if (c == '\\') {
                place = place == Place.ORDINARY && syntax.startsWith("\\Q", i) ? Place.QUOTED : place;
                i++;
            } else if (place == Place.ORDINARY && c == '[') {
                place = Place.CLASS;
                i = classStart(syntax, i);
            } else if (place == Place.CLASS && syntax.startsWith("[:", i) && syntax.indexOf(":]", i) > 0) {
                i = syntax.indexOf(":]", i) + 1;
            } else if (place == Place.CLASS && c == ']') {
                place = Place.ORDINARY;
            }
        }
        return place;
    }

    /** Returns the position of the last character that opens a class; a bracket right after it is one of its characters. */
    private static int classStart(String syntax, int open) {
        int last = syntax.startsWith("^", open + 1) ? open + 1 : open;
        return syntax.startsWith("]", last + 1) ? last + 1 : last;
    }

    @Override
    public String toString() {
        return written;
    }
}
