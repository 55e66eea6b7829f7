package io.jenkins.plugins.tasker.command.output;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;

/**
 * A pattern in RE2 syntax, which outputs search in each of their lines (rule 8.3). The time is linear in the length of the
 * output, whatever the pattern.
 */
public final class LinePattern {

    private final Pattern pattern;

    private LinePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws UnreadablePatternException if the syntax is wrong, or the pattern needs too much memory */
    public static LinePattern compile(String syntax) throws UnreadablePatternException {
        if (PatternCost.of(syntax) > PatternCost.LIMIT) {
            throw new UnreadablePatternException("the pattern is too large", syntax);
        }
        try {
            return new LinePattern(Pattern.compile(syntax));
        } catch (PatternSyntaxException e) {
            throw new UnreadablePatternException(e.getDescription(), e.getPattern());
        }
    }

    /** Returns the syntax from which the pattern was compiled. */
    public String syntax() {
        return pattern.pattern();
    }

    /** Returns a test whether a part of a line matches. {@code ^} and {@code $} match at the ends of the line. */
    Predicate<CharSequence> test() {
        Matcher matcher = pattern.matcher("");
        return line -> matcher.reset(line).find();
    }

    /**
     * Returns how many characters before the last one the test reads again: it searches the literal text with which the pattern
     * begins, then reads that from its start.
     */
    int lookBack() {
        return 2 * pattern.programSize() + 2;
    }
}
