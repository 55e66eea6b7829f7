package io.jenkins.plugins.tasker.taskfile;

import io.jenkins.plugins.tasker.taskfile.Condition.Kind;
import io.jenkins.plugins.tasker.taskfile.Condition.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parses a condition by recursive descent over the grammar of appendix C. This class reads operators and parentheses,
 * {@link TestParser} reads the tests.
 */
final class ConditionParser {

    /** Ends the parsing: after an unreadable part, the rest of the text has no clear meaning. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int position;

        Unreadable(int position) {
            super(null, null, false, false);
            this.position = position;
        }
    }

    /**
     * The word {@code loop} as a test, which only {@code next} may contain.
     *
     * @param column position in the text, from 1
     * @param depth number of parentheses and NOTs around the word
     */
    record LoopWord(int column, int depth) {}

    /** Limits the nesting, because unlimited recursion would end in a stack overflow. */
    private static final int DEEPEST = 200;

    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<LoopWord> loops = new ArrayList<>();
    private final TestParser tests;
    private int position;
    private int depth;

    ConditionParser(String text, Globals globals, boolean loopAllowed) {
        this.text = text;
        this.tests = new TestParser(text, globals, loopAllowed, problems);
    }

    Condition parse() {
        Expression expression = null;
        if (WhiteSpace.trim(text).isEmpty()) {
            problems.add(new Problem(Kind.EMPTY, 1, ""));
        } else {
            try {
                expression = or();
                if (position < text.length()) {
                    throw new Unreadable(position);
                }
            } catch (Unreadable e) {
                problems.add(new Problem(Kind.UNREADABLE, e.position + 1, text.substring(e.position)));
            }
        }
        return new Condition(
                text,
                problems.isEmpty() ? Optional.ofNullable(expression) : Optional.empty(),
                List.copyOf(problems),
                tests.doubts());
    }

    List<LoopWord> loops() {
        return loops;
    }

    private Expression or() {
        return list('|', "OR", this::and, Expression.Or::new);
    }

    private Expression and() {
        return list('&', "AND", this::factor, Expression.And::new);
    }

    private Expression list(
            char symbol, String word, Supplier<Expression> item, Function<List<Expression>, Expression> combination) {
        List<Expression> items = new ArrayList<>(List.of(item.get()));
        while (accept(symbol, word)) {
            items.add(item.get());
        }
        return items.size() == 1 ? items.get(0) : combination.apply(items);
    }

    private boolean accept(char symbol, String word) {
        position = WhiteSpace.skip(text, position);
        if (position < text.length() && text.charAt(position) == symbol) {
            position++;
            return true;
        }
        if (Connectives.isWord(text, position, word)) {
            position += word.length();
            return true;
        }
        return false;
    }

    private Expression factor() {
        int before = position;
        position = WhiteSpace.skip(text, position);
        if (acceptNot()) {
            int not = position - "NOT".length();
            position = WhiteSpace.skip(text, position);
            if (position >= text.length()) {
                throw new Unreadable(not);
            }
            return new Expression.Not(nested(this::factor));
        }
        if (endsOperand()) {
            // At the end of the text, report the operator that lacks its operand.
            throw new Unreadable(position < text.length() ? position : Math.max(0, before - 1));
        }
        return text.charAt(position) == '(' ? group() : test();
    }

    private boolean acceptNot() {
        int end = position + "NOT".length();
        boolean not = text.startsWith("NOT", position)
                && (end == text.length()
                        || WhiteSpace.is(text.charAt(end))
                        || text.charAt(end) == '('
                        || Connectives.endsOperand(text, end));
        if (not) {
            position = end;
        }
        return not;
    }

    private boolean endsOperand() {
        return position >= text.length() || Connectives.endsOperand(text, position);
    }

    private Expression group() {
        int open = position;
        position++;
        Expression expression = nested(this::or);
        position = WhiteSpace.skip(text, position);
        if (position >= text.length() || text.charAt(position) != ')') {
            throw new Unreadable(position >= text.length() ? open : position);
        }
        position = WhiteSpace.skip(text, position + 1);
        if (position < text.length() && !Connectives.endsOperand(text, position)) {
            throw new Unreadable(position);
        }
        return expression;
    }

    private Expression nested(Supplier<Expression> inner) {
        depth++;
        if (depth > DEEPEST) {
            throw new Unreadable(position);
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private Expression test() {
        TestParser.Parsed parsed = tests.parse(position);
        if (parsed.unreadableAt() >= 0) {
            throw new Unreadable(parsed.unreadableAt());
        }
        if (parsed.test() instanceof Expression.Loop) {
            loops.add(new LoopWord(position + 1, depth));
        }
        position = parsed.end();
        return parsed.test();
    }
}
