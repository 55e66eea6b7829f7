package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FollowingTaskTest {

    private static final RunMode STRICT = new RunMode(false, true, false);

    private static final String NORMAL = "hostname=h\ncommand=c\n";

    @Test
    @DisplayName("9.5 (a) the next id follows if it is defined")
    void nextIdFollows() {
        assertThat(following("task=0\n" + NORMAL + "task=1\n" + NORMAL, 0)).isEqualTo("1");
    }

    @Test
    @DisplayName("9.5 (a) the next id follows even if it is a jump target")
    void nextIdFollowsThoughJumpTarget() {
        assertThat(following("task=0\n" + NORMAL + "on_failure=1\ntask=1\n" + NORMAL, 0))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("9.5 (b) sub-tasks are skipped")
    void subTasksAreSkipped() {
        assertThat(following(
                        "task=0\ntype=parallel\ntasks=1,2\ntask=1\n" + NORMAL + "task=2\n" + NORMAL + "task=3\n"
                                + NORMAL,
                        0))
                .isEqualTo("3");
    }

    @Test
    @DisplayName("9.5 (b) after a gap, jump targets are skipped")
    void jumpTargetsAfterGapAreSkipped() {
        assertThat(following("task=0\n" + NORMAL + "on_failure=5\ntask=5\n" + NORMAL + "task=6\n" + NORMAL, 0))
                .isEqualTo("6 after gap 1-4");
    }

    @Test
    @DisplayName("9.5 (b) a jump target directly after skipped sub-tasks is skipped, too")
    void jumpTargetAfterSubTasksIsSkipped() {
        assertThat(following(
                        "task=0\ntype=parallel\ntasks=1\non_success=2\ntask=1\n" + NORMAL + "task=2\n" + NORMAL, 0))
                .isEqualTo("end");
    }

    @Test
    @DisplayName("9.5 (c) the run ends if no task is left")
    void runEndsWithoutFurtherTask() {
        assertThat(following("task=0\n" + NORMAL, 0)).isEqualTo("end");
    }

    @Test
    @DisplayName("9.6 on the failure path, handlers are accepted")
    void failurePathAcceptsHandlers() {
        assertThat(workflow("task=0\n" + NORMAL + "on_failure=5\ntask=5\n" + NORMAL)
                        .following(new TaskId(0), true, RunMode.REAL_RUN)
                        .task())
                .contains(new TaskId(5));
    }

    @Test
    @DisplayName("9.6 on the failure path, a target of on_success alone is skipped")
    void failurePathSkipsSuccessTargets() {
        assertThat(workflow("task=0\n" + NORMAL + "on_success=5\ntask=5\n" + NORMAL)
                        .following(new TaskId(0), true, RunMode.REAL_RUN)
                        .task())
                .isEmpty();
    }

    @Test
    @DisplayName("9.6 on the failure path, a handler that is a sub-task is skipped")
    void failurePathSkipsSubTasks() {
        assertThat(workflow("task=0\n" + NORMAL + "on_failure=5\ntask=5\n" + NORMAL
                                + "task=6\ntype=parallel\ntasks=5\n")
                        .following(new TaskId(0), true, RunMode.REAL_RUN)
                        .task())
                .contains(new TaskId(6));
    }

    @Test
    @DisplayName("9.7 sub-tasks alone are not a gap")
    void subTasksAreNoGap() {
        FollowingTask following = workflow("task=0\ntype=parallel\ntasks=1\ntask=1\n" + NORMAL + "task=2\n" + NORMAL)
                .following(new TaskId(0), false, STRICT);

        assertThat(following.task()).contains(new TaskId(2));
        assertThat(following.crossesGap()).isFalse();
        assertThat(following.endsAtGap()).isFalse();
    }

    @Test
    @DisplayName("9.7 every gap before the following task is named")
    void allGapsAreNamed() {
        assertThat(following(
                        "task=0\ntype=parallel\ntasks=4\ntask=4\n" + NORMAL + "task=7\n" + NORMAL + "task=9\n" + NORMAL,
                        0))
                .isEqualTo("7 after gap 1-3,5-6");
    }

    @Test
    @DisplayName("9.7 with strict gaps an undefined id ends the run")
    void strictGapEndsRun() {
        FollowingTask following =
                workflow("task=0\n" + NORMAL + "task=2\n" + NORMAL).following(new TaskId(0), false, STRICT);

        assertThat(following.task()).isEmpty();
        assertThat(following.endsAtGap()).isTrue();
        assertThat(following.gaps()).hasToString("[1]");
    }

    private static String following(String text, long id) {
        FollowingTask following = workflow(text).following(new TaskId(id), false, RunMode.REAL_RUN);
        String gaps = following.gaps().stream()
                .map(FollowingTask.Gap::toString)
                .reduce((a, b) -> a + "," + b)
                .map(all -> " after gap " + all)
                .orElse("");
        assertThat(following.crossesGap()).isEqualTo(!gaps.isEmpty());
        return following.task().map(TaskId::toString).orElse("end") + gaps;
    }

    private static Workflow workflow(String text) {
        return Workflow.of(TaskFileParser.parse(text), Map.of());
    }
}
