package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.engine.PiecewiseMask;
import io.jenkins.plugins.tasker.engine.Secrets;
import java.io.IOException;
import java.io.Reader;

/** Reads a text with its secrets masked (rule 16.4). */
final class MaskedReader extends Reader {

    private final Reader in;
    private final PiecewiseMask mask;
    private final char[] piece = new char[8192];
    private String ready = "";
    private int position;
    private boolean atEnd;

    MaskedReader(Reader in, Secrets secrets) {
        this.in = in;
        this.mask = new PiecewiseMask(secrets);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (position == ready.length() && !atEnd) {
            int n = in.read(piece);
            atEnd = n < 0;
            ready = atEnd ? mask.end() : mask.next(new String(piece, 0, n));
            position = 0;
        }
        if (position == ready.length()) {
            return -1;
        }
        int n = Math.min(length, ready.length() - position);
        ready.getChars(position, position + n, buffer, offset);
        position += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
