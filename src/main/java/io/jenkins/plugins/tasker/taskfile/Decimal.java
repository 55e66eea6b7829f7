package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decimal number that conditions compare (rule 8.7): with optional sign and fraction, without exponent. Stores digits,
 * because {@link java.math.BigDecimal} needs minutes to parse the million digits that a command can print.
 *
 * @param sign -1, 0 or 1
 * @param whole digits before the point, without leading zeros
 * @param fraction digits after the point, without trailing zeros
 */
public record Decimal(int sign, String whole, String fraction) implements Comparable<Decimal> {

    private static final Pattern FORM = Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?");

    public static Optional<Decimal> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String digits = form.group(2);
        String decimals = form.group(3) == null ? "" : form.group(3);
        if (digits.isEmpty() && decimals.isEmpty()) {
            return Optional.empty();
        }
        String whole = digits.substring(zeros(digits));
        String reversed = new StringBuilder(decimals).reverse().toString();
        String fraction = decimals.substring(0, decimals.length() - zeros(reversed));
        int sign = whole.isEmpty() && fraction.isEmpty() ? 0 : form.group(1).equals("-") ? -1 : 1;
        return Optional.of(new Decimal(sign, whole, fraction));
    }

    public static Decimal of(long number) {
        return of(Long.toString(number)).orElseThrow();
    }

    private static int zeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    /** Returns whether the number is below 0. */
    boolean isNegative() {
        return sign < 0;
    }

    @Override
    public int compareTo(Decimal other) {
        if (sign != other.sign) {
            return Integer.compare(sign, other.sign);
        }
        int size = Integer.compare(whole.length(), other.whole.length());
        if (size == 0) {
            size = whole.compareTo(other.whole);
        }
        if (size == 0) {
            size = fraction.compareTo(other.fraction);
        }
        return sign < 0 ? -size : size;
    }
}
