package io.jenkins.plugins.tasker.hosts;

/**
 * A part of a pair of brackets: {@code 3}, {@code 01-20}, {@code 0-10/2}, or letters.
 *
 * @param last at least {@code first}
 * @param width the least number of digits, which zeros fill; 0 for letters
 */
record NumberRange(long first, long last, long step, int width) {

    long size() {
        return (last - first) / step + 1;
    }

    /** Appends an element, from 0. */
    void append(StringBuilder out, long index) {
        long value = first + index * step;
        if (width == 0) {
            out.append((char) value);
        } else {
            out.append(padded(value, width));
        }
    }

    /** Returns a number with zeros in front, up to a number of digits. */
    static String padded(long value, int width) {
        String digits = Long.toString(value);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }
}
