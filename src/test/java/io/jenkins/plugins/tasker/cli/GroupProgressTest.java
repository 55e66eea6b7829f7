package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The progress line of a group")
class GroupProgressTest {

    private static final TaskKey GROUP = TaskKey.of(new TaskId(5));
    private static final TaskKey MEMBER = GROUP.member(new TaskId(6), 0);

    private final List<String> shown = new ArrayList<>();
    private final GroupProgress progress = new GroupProgress(shown::add);

    private void start() {
        List<TaskId> members = List.of(new TaskId(6), new TaskId(7));
        progress.event(
                new RunEvent.GroupStarted(Instant.EPOCH, GROUP, Optional.of(true), members, 1, Optional.empty()));
        progress.event(
                new RunEvent.TaskStarted(Instant.EPOCH, "local", MEMBER, "web1", Duration.ofSeconds(30), "true"));
    }

    @Test
    @DisplayName("counts the members that are done and those that run")
    void counts() {
        start();

        assertThat(shown).last().isEqualTo("Task 5: 0/2 done, 0 failed, 1 running");
    }

    @Test
    @DisplayName("disappears when a return in a branch ends the run within the group")
    void runEndsWithinGroup() {
        start();
        progress.event(new RunEvent.RunEnded(Instant.EPOCH, 4, "Task 5-6 returned 4", Optional.of(GROUP), List.of()));

        assertThat(shown).last().isEqualTo("");
    }
}
