package io.jenkins.plugins.tasker.hosts;

import java.util.ArrayList;
import java.util.List;

/**
 * A name cut into texts and numbers, or several names at once whose numbers are ranges.
 *
 * @param texts the text before each number, and the text after the last one: one more than numbers
 * @param numbers digits, or folded numbers
 */
record FoldedName(List<String> texts, List<String> numbers) {

    /** Longer numbers are texts. */
    private static final int MAX_DIGITS = 18;

    static FoldedName of(String name) {
        List<String> texts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        int text = 0;
        int at = MemberName.isAcceptable(name) ? 0 : name.length();
        while (at < name.length()) {
            int end = at;
            while (end < name.length() && isDigit(name.charAt(end))) {
                end++;
            }
            if (end > at && end - at <= MAX_DIGITS) {
                texts.add(name.substring(text, at));
                numbers.add(name.substring(at, end));
                text = end;
            }
            at = Math.max(end, at + 1);
        }
        texts.add(name.substring(text));
        return new FoldedName(texts, numbers);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    FoldedName with(int number, String value) {
        List<String> changed = new ArrayList<>(numbers);
        changed.set(number, value);
        return new FoldedName(texts, changed);
    }

    /** Writes several numbers in brackets. */
    @Override
    public String toString() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            boolean several = number.indexOf('-') >= 0 || number.indexOf(',') >= 0;
            name.append(texts.get(i)).append(several ? "[" + number + "]" : number);
        }
        return name.append(texts.get(numbers.size())).toString();
    }
}
