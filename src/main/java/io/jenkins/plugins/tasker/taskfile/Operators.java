package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the operators of tests in the text of a condition. At one position the longest symbol matches (rule 8.4).
 *
 * <p>The operators come from {@link Comparison}, {@link Containment} and {@link Matching}: a new constant is found without a change here.
 */
final class Operators {

    /** The operators of the language. */
    static final Operators ALL =
            new Operators(Stream.<Operator[]>of(Comparison.values(), Containment.values(), Matching.values())
                    .flatMap(Arrays::stream)
                    .toList());

    /**
     * An operator in a text.
     *
     * @param symbol how it is written there
     */
    record Match(Operator operator, String symbol) {}

    private final List<Match> bySymbol = new ArrayList<>();
    private final String firstCharacters;

    Operators(Collection<? extends Operator> operators) {
        StringBuilder first = new StringBuilder();
        for (Operator operator : operators) {
            for (String symbol : operator.symbols()) {
                bySymbol.add(new Match(operator, symbol));
                first.append(symbol.charAt(0));
            }
        }
        bySymbol.sort(Comparator.comparingInt((Match match) -> match.symbol().length())
                .reversed());
        firstCharacters = first.toString();
    }

    /** Returns the operator at a position, or null. */
    Match at(String text, int position) {
        if (firstCharacters.indexOf(text.charAt(position)) < 0) {
            return null;
        }
        for (Match match : bySymbol) {
            if (text.startsWith(match.symbol(), position)) {
                return match;
            }
        }
        return null;
    }
}
