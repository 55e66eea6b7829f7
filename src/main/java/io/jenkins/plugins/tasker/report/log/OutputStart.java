package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The first characters of a trimmed output, secrets masked.
 *
 * @param cut whether more follows than white space
 */
record OutputStart(String text, boolean cut) {

    static OutputStart of(Output output, Secrets secrets, int limit) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Reader in = new BufferedReader(new MaskedReader(output.reader(), secrets))) {
            int c;
            while ((c = in.read()) >= 0) {
                boolean blank = WhiteSpace.is((char) c);
                if (text.length() >= limit && !blank) {
                    return new OutputStart(whole(text, limit), true);
                }
                if (text.length() < limit && !(blank && text.length() == 0)) {
                    text.append((char) c);
                }
            }
        }
        return new OutputStart(WhiteSpace.trim(text.toString()), false);
    }

    /** Without half of a surrogate pair at the end. */
    private static String whole(StringBuilder text, int limit) {
        boolean half = Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, half ? limit - 1 : limit);
    }
}
