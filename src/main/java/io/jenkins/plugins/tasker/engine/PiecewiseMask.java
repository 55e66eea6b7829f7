package io.jenkins.plugins.tasker.engine;

import java.util.regex.Matcher;

/**
 * Masks a text that arrives in pieces (rule 16.4). A secret may span two pieces, so the end of each piece is held back while
 * it may be the beginning of a secret. Use one instance for each stream.
 */
public final class PiecewiseMask {

    private final Secrets secrets;
    private String pending = "";

    public PiecewiseMask(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Returns the masked text that this piece completes; may be empty. */
    public String next(String piece) {
        if (secrets.longest() == 0) {
            return piece;
        }
        String text = pending + piece;
        // A secret that begins before this index is complete, even the longest one.
        int complete = text.length() - secrets.longest() + 1;
        StringBuilder masked = new StringBuilder(text.length());
        int done = 0;
        Matcher matcher = secrets.values().matcher(text);
        while (matcher.find() && matcher.start() < complete) {
            masked.append(text, done, matcher.start()).append(Secrets.MASK);
            done = matcher.end();
        }
        int end = Math.max(done, complete);
        while (end < text.length()) {
            boolean found = matcher.region(end, text.length()).lookingAt();
            if (matcher.hitEnd()) {
                // A secret may begin here, or the found one may be the beginning of a longer one.
                break;
            }
            if (found) {
                masked.append(text, done, end).append(Secrets.MASK);
                done = matcher.end();
            }
            end = found ? done : end + 1;
        }
        pending = text.substring(end);
        return masked.append(text, done, end).toString();
    }

    /** Returns the rest, masked; the next piece begins a new text. */
    public String end() {
        String rest = secrets.mask(pending);
        pending = "";
        return rest;
    }
}
