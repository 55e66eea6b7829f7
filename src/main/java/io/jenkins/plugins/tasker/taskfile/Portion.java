package io.jenkins.plugins.tasker.taskfile;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the members of a group: a number, or per cent of all (rules 19.9 and 19.10).
 *
 * @param percent whether {@code number} is per cent, 0-100, instead of a number of members
 */
public record Portion(int number, boolean percent) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,40})(%?)");
    private static final int ALL = 100;

    /** Reads {@code 5} or {@code 10%}; white space around it is ignored. Empty for any other text. */
    public static Optional<Portion> parse(String text) {
        Matcher form = FORM.matcher(WhiteSpace.trim(text));
        if (!form.matches()) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(form.group(1));
        boolean percent = !form.group(2).isEmpty();
        boolean tooMuch = percent && number.compareTo(BigInteger.valueOf(ALL)) > 0;
        return tooMuch
                ? Optional.empty()
                : Optional.of(new Portion(
                        number.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact(), percent));
    }

    /** Returns the number of members, rounded down. */
    public int roundedDown(int all) {
        return percent ? (int) ((long) all * number / ALL) : number;
    }

    /** Returns the number of members, rounded up. */
    public int roundedUp(int all) {
        return percent ? (int) (((long) all * number + ALL - 1) / ALL) : number;
    }

    @Override
    public String toString() {
        return number + (percent ? "%" : "");
    }
}
