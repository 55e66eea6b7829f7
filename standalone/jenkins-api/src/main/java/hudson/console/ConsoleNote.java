package hudson.console;

import hudson.ExtensionPoint;
import hudson.MarkupText;
import hudson.model.Describable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

@SuppressWarnings("rawtypes")
public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {
    private static final long serialVersionUID = 1L;

    public abstract ConsoleAnnotator annotate(T context, MarkupText text, int charPos);

    @Override
    public ConsoleAnnotationDescriptor getDescriptor() {
        throw new UnsupportedOperationException();
    }

    /** Works in part: writes nothing. */
    public void encodeTo(OutputStream out) throws IOException {}

    public String encode() throws IOException {
        return "";
    }

    /** Works in part: notes have no text, so the text contains none. */
    public static String removeNotes(String line) {
        return line;
    }
}
