package io.jenkins.plugins.tasker.text;

/** Writes numbers for SVG without a formatter, which would be slow for the thousands of numbers in a picture. */
public final class DecimalText {

    private DecimalText() {}

    /** Rounds to at most two decimals, after a point. */
    public static String decimal(double value) {
        long hundredths = Math.round(value * 100);
        StringBuilder text = new StringBuilder(8);
        if (hundredths < 0) {
            text.append('-');
        }
        long positive = Math.abs(hundredths);
        text.append(positive / 100);
        long rest = positive % 100;
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }

    public static String percent(double value) {
        return decimal(value) + "%";
    }
}
