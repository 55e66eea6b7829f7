package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.ConsoleNote;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Works as in Jenkins. */
public interface TaskListener extends SerializableOnlyOverRemoting {
    TaskListener NULL = () -> new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @NonNull
    PrintStream getLogger();

    @NonNull
    default Charset getCharset() {
        return StandardCharsets.UTF_8;
    }

    @SuppressWarnings("rawtypes")
    default void annotate(ConsoleNote ann) throws IOException {
        ann.encodeTo(getLogger());
    }

    @NonNull
    default PrintWriter error(String msg) {
        getLogger().println("ERROR: " + msg);
        return new PrintWriter(new OutputStreamWriter(getLogger(), getCharset()), true);
    }

    @NonNull
    default PrintWriter error(String format, Object... args) {
        return error(String.format(format, args));
    }
}
