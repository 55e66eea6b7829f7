package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.documentation.Markdown.Table;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.taskfile.Comparison;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Expression;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.GroupTest;
import io.jenkins.plugins.tasker.taskfile.ResultName;
import io.jenkins.plugins.tasker.validation.HostFailure;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    private static Markdown page;

    @BeforeAll
    static void read() throws IOException {
        page = Markdown.read("docs/reference.md");
    }

    static Stream<Map.Entry<String, List<List<String>>>> generated() {
        return ReferenceTables.all().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("generated")
    @DisplayName("generated tables match the code")
    void generatedTables(Map.Entry<String, List<List<String>>> table) {
        assertThat(page.table(table.getKey()).rows())
                .as("the rows should be\n%s\n", rows(table.getValue()))
                .isEqualTo(table.getValue());
    }

    private static String rows(List<List<String>> rows) {
        return rows.stream()
                .map(cells -> cells.stream()
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @DisplayName("every field has a row with its kind of substitution")
    void fields() {
        Map<Field.Substitution, String> words = Map.of(
                Field.Substitution.GLOBALS, "globals",
                Field.Substitution.VALUES, "results",
                Field.Substitution.CONDITION, "condition");
        List<String> expected = Arrays.stream(Field.values())
                .map(field -> "`" + field.key() + "` " + words.get(field.substitution()))
                .toList();
        assertThat(page.table("Fields").rows())
                .extracting(row -> row.get(0) + " " + row.get(4))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("every result of a task has a row, marked if only groups have it")
    void variables() {
        List<String> expected = Arrays.stream(ResultName.values())
                .map(name -> "`@N_" + name.key() + "@`" + (name.onGroupsOnly() ? " groups" : ""))
                .toList();
        assertThat(page.table("Variables").rows().stream().skip(1))
                .extracting(row -> row.get(0) + (row.get(1).startsWith("groups:") ? " groups" : ""))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("every test of the table parses, and none is missing")
    void conditions() {
        Set<Class<?>> shown = new HashSet<>();
        Set<GroupTest> groups = EnumSet.noneOf(GroupTest.class);
        for (String cell : page.table("Conditions").column(0)) {
            Condition condition =
                    Condition.parse(cell.replace("`", ""), Globals.of(List.of(), Map.of("NAME", "x", "LIMIT", "1")));
            assertThat(condition.problems()).as(cell).isEmpty();
            for (Expression.Test test : condition.tests()) {
                shown.add(test.getClass());
                if (test instanceof Expression.Group group) {
                    groups.add(group.test());
                }
            }
        }
        List<Class<?>> all = new ArrayList<>(List.of(Expression.Test.class.getPermittedSubclasses()));
        all.remove(Expression.Loop.class);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
        assertThat(groups).containsExactly(GroupTest.values());
    }

    @Test
    @DisplayName("every comparison is named")
    void comparisons() throws IOException {
        String text = java.nio.file.Files.readString(io.jenkins.plugins.tasker.Repository.file("docs/reference.md"));
        String sentence = text.substring(text.indexOf("Comparisons: "), text.indexOf("Numbers are compared"));
        assertThat(Arrays.stream(Comparison.values()).map(c -> "`" + c + "`")).allMatch(sentence::contains);
    }

    @Test
    @DisplayName("every exit code of the code has a row, and the language has the same ones")
    void exitCodes() throws Exception {
        Set<Integer> page = codes(ReferenceTest.page.table("Exit codes"));
        Set<Integer> known = new TreeSet<>(List.of(HostFailure.NAME, HostFailure.PING, HostFailure.CONNECTION));
        for (var field : ExitCodes.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                known.add(field.getInt(null));
            }
        }
        Arrays.stream(Interrupt.values()).map(Interrupt::exitCode).forEach(known::add);
        assertThat(page).containsAll(known);
        assertThat(page).isEqualTo(codes(Markdown.read("docs/language.md").table("18 Exit codes of a run")));
    }

    private static Set<Integer> codes(Table table) {
        return table.column(0).stream()
                .flatMap(cell -> Stream.of(cell.split(" / ")))
                .filter(cell -> cell.matches("\\d+"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
