package io.jenkins.plugins.tasker.taskfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The tree of a condition that was read without problems (section 8, appendix C). */
public sealed interface Expression {

    /** Hands over all tests of the tree, from left to right. */
    void forEachTest(Consumer<Test> consumer);

    /** True if one of the terms is. */
    record Or(List<Expression> terms) implements Expression {
        @Override
        public void forEachTest(Consumer<Test> consumer) {
            terms.forEach(term -> term.forEachTest(consumer));
        }
    }

    /** True if all factors are. */
    record And(List<Expression> factors) implements Expression {
        @Override
        public void forEachTest(Consumer<Test> consumer) {
            factors.forEach(factor -> factor.forEachTest(consumer));
        }
    }

    /** True if the operand is not. */
    record Not(Expression operand) implements Expression {
        @Override
        public void forEachTest(Consumer<Test> consumer) {
            operand.forEachTest(consumer);
        }
    }

    /** A leaf of the tree: one of the tests of rule 8.3. */
    sealed interface Test extends Expression {

        /** The test as it stands in the file. */
        String written();

        /** The texts whose references are replaced before the test is evaluated. */
        default List<Template> texts() {
            return List.of();
        }

        @Override
        default void forEachTest(Consumer<Test> consumer) {
            consumer.accept(this);
        }
    }

    /** {@code true} and {@code false}. */
    record Constant(String written, boolean value) implements Test {}

    /** {@code success}. */
    record Success(String written) implements Test {}

    /** {@code loop}, in {@code next} only (rule 9.3). */
    record Loop(String written) implements Test {}

    /** {@code @X@} alone. */
    record Flag(String written, Template value) implements Test {
        @Override
        public List<Template> texts() {
            return List.of(value);
        }
    }

    /** {@code exit_N}, {@code exit_not_N}, {@code exit_code OP N}. */
    record ExitCode(String written, Comparison comparison, Template number) implements Test {
        @Override
        public List<Template> texts() {
            return List.of(number);
        }
    }

    /** {@code stdout_count OP N}, {@code stderr_count OP N}. */
    record LineCount(String written, Operand output, Comparison comparison, Template number) implements Test {
        @Override
        public List<Template> texts() {
            return List.of(number);
        }
    }

    /** {@code L~R}, {@code L!~R}; without R it asks for emptiness. */
    record Contains(String written, Operand operand, boolean negated, Optional<Template> text) implements Test {
        @Override
        public List<Template> texts() {
            return Stream.concat(operand.text().stream(), text.stream()).toList();
        }
    }

    /** {@code L OP R}. */
    record Compare(String written, Operand operand, Comparison comparison, Template right) implements Test {
        @Override
        public List<Template> texts() {
            return Stream.concat(operand.text().stream(), Stream.of(right)).toList();
        }
    }

    /** One of the tests of a group's counts. */
    record Group(String written, GroupTest test, Optional<Template> number) implements Test {
        @Override
        public List<Template> texts() {
            return number.stream().toList();
        }
    }

    /**
     * What a test looks at: an output of the current result, or a text.
     *
     * @param text empty for stdout and stderr
     */
    record Operand(Kind kind, Optional<Template> text) {

        /** Where the operand's value comes from. */
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
