package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.Next.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {

    private static Next next(String text) {
        return Next.parse(text, Globals.of(List.of(), Map.of()));
    }

    private static Next flow(String fields) {
        Task.Normal task =
                (Task.Normal) Workflow.of(TaskFileParser.parse("task=0\nhostname=h\ncommand=c\n" + fields), Map.of())
                        .find(new TaskId(0))
                        .orElseThrow();
        return task.flow().next();
    }

    @ParameterizedTest
    @DisplayName("9.3 next is a keyword or a condition")
    @CsvSource({
        "always, ALWAYS",
        "never, NEVER",
        "loop, LOOP",
        "exit_0, CONDITION",
        "success, CONDITION",
        "Always, CONDITION",
        "always&exit_0, CONDITION"
    })
    void modes(String text, Mode mode) {
        assertThat(next(text).mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @DisplayName("10.6 loop may be joined by & at any position of the top level")
    @CsvSource(
            delimiter = '%',
            value = {
                "loop&exit_1                  % exit==1",
                "exit_1&loop                  % exit==1",
                "exit_1 AND loop AND stdout~a % and(exit==1, stdout~\"a\")",
                "loop&(exit_1|stderr~)        % or(exit==1, stderr~)",
                "stdout~loop&loop             % stdout~\"loop\""
            })
    void loopWithCondition(String text, String condition) {
        Next next = next(text);

        assertThat(next.mode()).isEqualTo(Mode.LOOP);
        assertThat(next.condition().map(Shape::of)).contains(condition);
        assertThat(next.written()).isEqualTo(text);
    }

    @ParameterizedTest
    @DisplayName("10.6 Anywhere else loop is misplaced")
    @CsvSource(
            delimiter = '%',
            value = {
                "loop|exit_0        % MISPLACED_LOOP at 1",
                "exit_0|loop&exit_1 % MISPLACED_LOOP at 8",
                "exit_0&(loop)      % MISPLACED_LOOP at 9",
                "(loop)             % MISPLACED_LOOP at 2",
                "NOT loop           % MISPLACED_LOOP at 5",
                "loop&loop          % MISPLACED_LOOP at 1",
                "stdout~loop|loop   % MISPLACED_LOOP at 13"
            })
    void misplacedLoop(String text, String problem) {
        assertThat(next(text).mode()).isEqualTo(Mode.CONDITION);
        assertThat(next(text).condition().map(Shape::of)).contains(problem);
    }

    @ParameterizedTest
    @DisplayName("9.3 The word loop in a text does not request a loop")
    @ValueSource(strings = {"stdout~loop", "@X@=loop", "looped=1"})
    void loopInText(String text) {
        assertThat(next(text).mode()).isEqualTo(Mode.CONDITION);
        assertThat(next(text).condition().orElseThrow().problems()).isEmpty();
    }

    @Test
    @DisplayName("10.5 loop without next acts as next=loop; with another next it has no effect")
    void loopAlone() {
        assertThat(flow("loop=3")).isEqualTo(Next.LOOP);
        assertThat(flow("loop=3\nnext=exit_0").mode()).isEqualTo(Mode.CONDITION);
        assertThat(flow("").mode()).isEqualTo(Mode.ABSENT);
    }

    @Test
    @DisplayName("8.9 An empty next is an unreadable condition")
    void emptyNext() {
        assertThat(next("").condition().map(Shape::of)).contains("EMPTY at 1");
    }
}
