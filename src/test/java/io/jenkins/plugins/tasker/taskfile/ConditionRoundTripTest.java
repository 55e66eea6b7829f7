package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Writes random trees of conditions in many notations and reads them back. */
class ConditionRoundTripTest {

    /** A condition as text, with the expected tree in the notation of {@link Shape}. */
    private record Tree(Kind kind, String written, String shape) {

        private enum Kind {
            TEST,
            NOT,
            AND,
            OR
        }

        String in(Kind outer) {
            return kind.compareTo(outer) >= 0 ? "(" + written + ")" : written;
        }
    }

    private static final Arbitrary<Tree> TESTS = Arbitraries.of(
                    List.of("exit_0", "exit==0"),
                    List.of("exit_not_3", "exit!=3"),
                    List.of("success", "success"),
                    List.of("@X@", "flag(@X@)"),
                    List.of("stdout~a (b|c) d", "stdout~\"a (b|c) d\""),
                    List.of("stderr!~\"x & (y\"", "stderr!~\"x & (y\""),
                    List.of("stdout~", "stdout~"),
                    List.of("@0_stdout@>=5", "\"@0_stdout@\">=\"5\""),
                    List.of("'OR' = @X@", "\"OR\"==\"@X@\""),
                    List.of("stdout_count<@N@", "lines(stdout)<@N@"))
            .map(test -> new Tree(Tree.Kind.TEST, test.get(0), test.get(1)));

    private static final Arbitrary<String> BLANKS = Arbitraries.of("", " ", "\t ");

    @Provide
    Arbitrary<Tree> trees() {
        return trees(3);
    }

    private static Arbitrary<Tree> trees(int depth) {
        if (depth == 0) {
            return TESTS;
        }
        Arbitrary<Tree> smaller = trees(depth - 1);
        Arbitrary<List<Tree>> several = smaller.list().ofMinSize(2).ofMaxSize(4);
        return Arbitraries.oneOf(
                TESTS,
                smaller.map(
                        tree -> new Tree(Tree.Kind.NOT, "NOT " + tree.in(Tree.Kind.AND), "not(" + tree.shape() + ")")),
                several.flatMap(items -> operator("&", "AND").map(with -> list(Tree.Kind.AND, "and", with, items))),
                several.flatMap(items -> operator("|", "OR").map(with -> list(Tree.Kind.OR, "or", with, items))),
                BLANKS.flatMap(blank -> smaller.map(
                        tree -> new Tree(Tree.Kind.TEST, "(" + blank + tree.written() + blank + ")", tree.shape()))));
    }

    private static Arbitrary<String> operator(String symbol, String word) {
        return Arbitraries.oneOf(
                Arbitraries.just(" " + word + "\t"), BLANKS.flatMap(a -> BLANKS.map(b -> a + symbol + b)));
    }

    private static Tree list(Tree.Kind kind, String name, String operator, List<Tree> items) {
        return new Tree(
                kind,
                items.stream().map(item -> item.in(kind)).collect(Collectors.joining(operator)),
                name + items.stream().map(Tree::shape).collect(Collectors.joining(", ", "(", ")")));
    }

    @Property(tries = 500)
    @Label("8.1 to 8.6 A written tree is read as that tree")
    void writtenTreeIsRead(@ForAll("trees") Tree tree) {
        Condition condition = Condition.parse(tree.written(), Globals.of(List.of(), Map.of()));

        assertThat(Shape.of(condition)).isEqualTo(tree.shape());
    }
}
