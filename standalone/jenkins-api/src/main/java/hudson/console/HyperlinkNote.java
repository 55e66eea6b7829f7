package hudson.console;

import hudson.MarkupText;

@SuppressWarnings("rawtypes")
public class HyperlinkNote extends ConsoleNote {
    private static final long serialVersionUID = 1L;

    public HyperlinkNote(String url, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConsoleAnnotator annotate(Object context, MarkupText text, int charPos) {
        throw new UnsupportedOperationException();
    }

    /** Works in part: returns the text without the note. */
    public static String encodeTo(String url, String text) {
        return text;
    }
}
