package hudson.console;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.MarkupText;
import java.io.Serializable;

public abstract class ConsoleAnnotator<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    @CheckForNull
    public abstract ConsoleAnnotator<T> annotate(@NonNull T context, @NonNull MarkupText text);
}
