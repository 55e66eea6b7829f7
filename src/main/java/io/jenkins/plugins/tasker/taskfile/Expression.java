package io.jenkins.plugins.tasker.taskfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The syntax tree of a readable condition (section 8, appendix C). */
public sealed interface Expression {

    /** Passes all tests of the tree to a consumer, from left to right. */
    void forEachTest(Consumer<Test> consumer);

    /** Is true if at least one term is true. */
    record Or(List<Expression> terms) implements Expression {
        @Override
        public void forEachTest(Consumer<Test> consumer) {
            terms.forEach(term -> term.forEachTest(consumer));
        }
    }

    /** Is true if all factors are true. */
    record And(List<Expression> factors) implements Expression {
        @Override
        public void forEachTest(Consumer<Test> consumer) {
            factors.forEach(factor -> factor.forEachTest(consumer));
        }
    }

    /** Is true if the operand is false. */
    record Not(Expression operand) implements Expression {
        @Override
        public void forEachTest(Consumer<Test> consumer) {
            operand.forEachTest(consumer);
        }
    }

    /** A leaf of the tree: one of the tests of rule 8.3. */
    sealed interface Test extends Expression {

        /** Returns the test as it is written in the file. */
        String written();

        /** Returns the texts in which references are replaced before the test is evaluated. */
        default List<Template> texts() {
            return List.of();
        }

        /** Returns the left side if it is a text or an output, which may be incomplete (rule 6.3). */
        default Optional<Operand> left() {
            return Optional.empty();
        }

        @Override
        default void forEachTest(Consumer<Test> consumer) {
            consumer.accept(this);
        }
    }

    /** The tests {@code true} and {@code false}. */
    record Constant(String written, boolean value) implements Test {}

    /** The test {@code success}. */
    record Success(String written) implements Test {}

    /** The word {@code loop}, which only {@code next} may contain (rule 9.3). */
    record Loop(String written) implements Test {}

    /** A reference as the whole test: {@code @X@}. */
    record Flag(String written, Template value) implements Test {
        @Override
        public List<Template> texts() {
            return List.of(value);
        }
    }

    /** The tests {@code exit_N}, {@code exit_not_N} and {@code exit_code OP N}. */
    record ExitCode(String written, Comparison comparison, Template number) implements Test {
        @Override
        public List<Template> texts() {
            return List.of(number);
        }
    }

    /** The tests {@code stdout_count OP N} and {@code stderr_count OP N}. */
    record LineCount(String written, Operand output, Comparison comparison, Template number) implements Test {
        @Override
        public Optional<Operand> left() {
            return Optional.of(output);
        }

        @Override
        public List<Template> texts() {
            return List.of(number);
        }
    }

    /** The tests {@code L~R} and {@code L!~R}. Without R they test whether L is empty. */
    record Contains(String written, Operand operand, boolean negated, Optional<Template> text) implements Test {
        @Override
        public Optional<Operand> left() {
            return Optional.of(operand);
        }

        @Override
        public List<Template> texts() {
            return Stream.concat(operand.text().stream(), text.stream()).toList();
        }
    }

    /**
     * The test {@code L =~ PATTERN}.
     *
     * @param column position of the pattern in the condition, from 1
     */
    record Matches(String written, Operand operand, PatternText pattern, int column) implements Test {
        @Override
        public Optional<Operand> left() {
            return Optional.of(operand);
        }

        @Override
        public List<Template> texts() {
            return Stream.concat(operand.text().stream(), pattern.references().stream())
                    .toList();
        }
    }

    /** The test {@code L OP R}. */
    record Compare(String written, Operand operand, Comparison comparison, Template right) implements Test {
        @Override
        public Optional<Operand> left() {
            return Optional.of(operand);
        }

        @Override
        public List<Template> texts() {
            return Stream.concat(operand.text().stream(), Stream.of(right)).toList();
        }
    }

    /** A test of the counts of a group. */
    record Group(String written, GroupTest test, Optional<Template> number) implements Test {
        @Override
        public List<Template> texts() {
            return number.stream().toList();
        }
    }

    /**
     * The left side of a test: an output of the current result, or a text.
     *
     * @param text empty for stdout and stderr
     */
    record Operand(Kind kind, Optional<Template> text) {

        /** The source of the operand's value. */
        public enum Kind {
            STDOUT,
            STDERR,
            TEXT
        }

        static Operand of(Template text) {
            return new Operand(Kind.TEXT, Optional.of(text));
        }

        static Operand of(Kind output) {
            return new Operand(output, Optional.empty());
        }
    }
}
