package io.jenkins.plugins.tasker.engine;

import java.util.regex.Matcher;

/**
 * Masks a text that arrives in pieces (rule 16.4): a secret may begin in one piece and end in another, so the end of each
 * piece is kept back while a secret may begin there. One object for each stream.
 */
public final class PiecewiseMask {

    private final Secrets secrets;
    private String kept = "";

    public PiecewiseMask(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What is certain by now of all pieces up to this one, masked; may be empty. */
    public String next(String piece) {
        if (secrets.longest() == 0) {
            return piece;
        }
        String text = kept + piece;
        // Whatever begins before this place is there to its end, were it the longest secret.
        int certain = text.length() - secrets.longest() + 1;
        StringBuilder masked = new StringBuilder(text.length());
        int done = 0;
        Matcher matcher = secrets.values().matcher(text);
        while (matcher.find() && matcher.start() < certain) {
            masked.append(text, done, matcher.start()).append(Secrets.MASK);
            done = matcher.end();
        }
        int end = Math.max(done, certain);
        while (end < text.length()) {
            boolean found = matcher.region(end, text.length()).lookingAt();
            if (matcher.hitEnd()) {
                // A secret may begin here, or the one that was found may be the beginning of a longer one.
                break;
            }
            if (found) {
                masked.append(text, done, end).append(Secrets.MASK);
                done = matcher.end();
            }
            end = found ? done : end + 1;
        }
        kept = text.substring(end);
        return masked.append(text, done, end).toString();
    }

    /** The rest, masked; the next piece begins a new text. */
    public String end() {
        String rest = secrets.mask(kept);
        kept = "";
        return rest;
    }
}
