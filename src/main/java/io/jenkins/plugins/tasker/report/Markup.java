package io.jenkins.plugins.tasker.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, SVG and HTML. Escapes all texts and attribute values, so that output of a run cannot become markup. */
public final class Markup {

    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();

    public Markup(int capacity) {
        this.out = new StringBuilder(capacity);
    }

    /**
     * Opens an element.
     *
     * @param attributes alternating names and values; attributes with the value null are omitted
     */
    public Markup start(String element, Object... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the innermost open element. */
    public Markup end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes an element without content. */
    public Markup empty(String element, Object... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /** Writes an element with a text. */
    public Markup element(String element, String text, Object... attributes) {
        return start(element, attributes).text(text).end();
    }

    /** Writes a text, escaped. */
    public Markup text(String text) {
        MarkupText.append(out, text, false);
        return this;
    }

    /** Writes markup unescaped; it must come from this program. */
    public Markup raw(CharSequence markup) {
        out.append(markup);
        return this;
    }

    /** Writes a line end. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    private void tag(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                MarkupText.append(out, attributes[i + 1].toString(), true);
                out.append('"');
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
