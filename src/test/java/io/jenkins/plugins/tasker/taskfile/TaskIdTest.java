package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdTest {

    @ParameterizedTest
    @DisplayName("2.13 A task id is a decimal integer of 0 or more")
    @CsvSource({"0,0", "00,0", "7,7", "007,7", "1000,1000", "000000000000000000000000000000000012,12"})
    void ids(String text, long id) {
        assertThat(TaskId.parse(text)).contains(new TaskId(id));
    }

    @ParameterizedTest
    @DisplayName("2.13 Any other text is not a task id")
    @ValueSource(strings = {"", "-1", "+1", "1.0", "1e3", "0x1", " 1", "one", "\u0661", "1234567890123456789"})
    void otherTexts(String text) {
        assertThat(TaskId.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("2.13 The later of two tasks with the same number replaces the earlier one")
    void laterTaskReplacesEarlier() {
        Workflow workflow = Workflow.of(TaskFileParser.parse("task=0\nreturn=1\ntask=00\nreturn=2"), Map.of());

        assertThat(workflow.tasks()).hasSize(1);
        assertThat(workflow.find(new TaskId(0)).orElseThrow().line()).isEqualTo(3);
    }

    @Test
    @DisplayName("2.14 Ids are the only order of tasks")
    void idsAreTheOrder() {
        Workflow workflow =
                Workflow.of(TaskFileParser.parse("task=10\nreturn=1\ntask=9\nreturn=1\ntask=2\nreturn=1"), Map.of());

        assertThat(workflow.tasks().keySet()).hasToString("[2, 9, 10]");
        assertThat(workflow.start()).isEqualTo(new TaskId(2));
    }
}
