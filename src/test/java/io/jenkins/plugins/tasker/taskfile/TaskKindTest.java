package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskKindTest {

    private static Task task(String fields) {
        return Workflow.of(TaskFileParser.parse("T=parallel\ntask=0\n" + fields.replace(';', '\n')), Map.of())
                .find(new TaskId(0))
                .orElseThrow();
    }

    @ParameterizedTest
    @DisplayName("3.1 The kind is decided by type, then by return without command")
    @CsvSource({
        "type=conditional;return=1, Conditional",
        "type=parallel;command=c, Parallel",
        "type=@T@, Parallel",
        "return=1, Return",
        "return=1;hostname=h, Return",
        "return=1;command=c, Normal",
        "return=1;command=, Normal",
        "hostname=h;command=c, Normal",
        "hostname=h, Normal"
    })
    void kinds(String fields, String kind) {
        assertThat(task(fields).getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @DisplayName("3.2 Any other type is ignored")
    @CsvSource({"type=Parallel;command=c, Normal", "type=;return=1, Return", "type=serial;command=c, Normal"})
    void otherTypes(String fields, String kind) {
        assertThat(task(fields).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    @DisplayName("3.3 A normal task has its fields, and defaults for the others")
    void normalTask() {
        Task.Normal task = (Task.Normal) task("hostname=h;command=c");

        assertThat(task.invocation().arguments().expanded()).isEmpty();
        assertThat(task.invocation().executionType()).isEmpty();
        assertThat(task.invocation().timeout()).isEmpty();
        assertThat(task.output())
                .isEqualTo(new OutputRules(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(task.flow())
                .isEqualTo(new TaskFlow(
                        Next.ABSENT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(task.returnCode()).isEmpty();
    }

    @Test
    @DisplayName("3.3 retry_failed is true or false in any case, false by default")
    void retryFailed() {
        assertThat(((Task.Parallel) task("type=parallel;tasks=1")).retries().enabled())
                .isFalse();
        assertThat(((Task.Parallel) task("type=parallel;retry_failed=True"))
                        .retries()
                        .enabled())
                .isTrue();
        assertThat(((Task.Parallel) task("type=parallel;retry_failed=yes"))
                        .retries()
                        .enabled())
                .isFalse();
    }

    @ParameterizedTest
    @DisplayName("3.4 Id lists ignore blanks and empty items, and do not support ranges")
    @CsvSource(
            delimiter = '!',
            value = {"1,2,3 ! [1, 2, 3]", " 3 ,, 1 , ! [3, 1]", "1,1,01 ! [1, 1, 1]", ", ! []", "1-3,x ! [-1, -1]"})
    void idLists(String list, String ids) {
        assertThat(((Task.Parallel) task("type=parallel;tasks=" + list)).members())
                .hasToString(ids);
    }

    @Test
    @DisplayName("3.5 Fields of other kinds are ignored")
    void fieldsOfOtherKinds() {
        Task.Parallel group = (Task.Parallel) task("type=parallel;tasks=1;command=c;return=3;if_true_tasks=9");

        assertThat(group.members()).containsExactly(new TaskId(1));
        assertThat(Workflow.of(TaskFileParser.parse("task=0\nreturn=1\non_failure=7\ntask=7\nreturn=1"), Map.of())
                        .isHandler(new TaskId(7)))
                .isFalse();
    }

    @Test
    @DisplayName("1.5, 1.6 Any task can name sub-tasks, jump targets and handlers")
    void roles() {
        Workflow workflow = Workflow.of(
                TaskFileParser.parse("task=0\ntype=conditional\ncondition=true\nif_false_tasks=3\non_success=5\n"
                        + "task=1\nhostname=h\ncommand=c\non_failure=6"),
                Map.of());

        assertThat(List.of(3L, 5L, 6L, 0L).stream()
                        .map(TaskId::new)
                        .map(id -> workflow.isSubTask(id) + " " + workflow.isJumpTarget(id) + " "
                                + workflow.isHandler(id)))
                .containsExactly("true false false", "false true false", "false true true", "false false false");
    }

    @Test
    @DisplayName("9.1 The run starts at the lowest id that is not a sub-task")
    void start() {
        assertThat(Workflow.of(TaskFileParser.parse("task=0\nreturn=0\ntask=5\ntype=parallel\ntasks=0"), Map.of())
                        .start())
                .isEqualTo(new TaskId(5));
    }

    @ParameterizedTest
    @DisplayName("6.2 A split is DELIMITER,INDEX; the last comma separates, blanks before the index are allowed")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "space,1 ! Split[delimiter=space, index=1]",
                "space, 1 ! Split[delimiter=space, index=1]",
                ",,2 ! Split[delimiter=,, index=2]",
                ",0 ! Split[delimiter=, index=0]",
                ":,-1 ! Split[delimiter=:, index=-1]",
                "x,99999999999 ! Split[delimiter=x, index=2147483647]",
                "space ! none",
                "space, ! none",
                "space,a ! none",
                "space,1.5 ! none"
            })
    void splits(String value, String split) {
        assertThat(Split.parse(value).map(Split::toString).orElse("none")).isEqualTo(split);
    }
}
