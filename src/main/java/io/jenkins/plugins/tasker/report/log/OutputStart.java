package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import io.jenkins.plugins.tasker.text.Shortened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The first characters of a trimmed output, with secrets masked.
 *
 * @param cut whether more than white space follows
 */
record OutputStart(String text, boolean cut) {

    static OutputStart of(Output output, Secrets secrets, int limit) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Reader in = new BufferedReader(new MaskedReader(output.reader(), secrets))) {
            int c;
            while ((c = in.read()) >= 0) {
                boolean blank = WhiteSpace.is((char) c);
                if (text.length() >= limit && !blank) {
                    return new OutputStart(Shortened.start(text, limit), true);
                }
                if (text.length() < limit && !(blank && text.length() == 0)) {
                    text.append((char) c);
                }
            }
        }
        return new OutputStart(WhiteSpace.trim(text.toString()), false);
    }
}
