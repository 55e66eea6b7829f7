package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutlineTest {

    @TempDir
    private Path directory;

    @Test
    void finishedRunShouldHaveItsLastTaskOnly() throws Exception {
        RunRecord outline = outline(new SampleRun()
                .task(key(0), "web1", "check", 0, "", 5)
                .task(key(1), "web2", "deploy", 3, "", 5)
                .runEnd(14, "failed", key(1)));

        assertThat(outline.tasks()).hasSize(1);
        assertThat(outline.lastTask().orElseThrow().hostname()).isEqualTo("web2");
        assertThat(outline.ended().orElseThrow().exitCode()).isEqualTo(14);
        assertThat(outline.started()).isPresent();
    }

    @Test
    void lastTaskShouldBeFoundBeforeManyOtherEvents() throws Exception {
        SampleRun run = new SampleRun().group(key(1), 50, 2);
        for (int i = 0; i < 3000; i++) {
            run.task(SampleRun.member(1, 2, i, 0), "web" + i, "patch", 0, "patched\n".repeat(20), 5);
        }
        RunRecord outline =
                outline(run.groupEnd(key(1), new GroupCounts(3000, 0, 0, 0), 5).runEnd(0, "over", key(1)));

        assertThat(outline.lastTask().orElseThrow().isGroup()).isTrue();
    }

    @Test
    void runningRunShouldHaveItsLastTaskOnly() throws Exception {
        RunRecord outline =
                outline(new SampleRun().task(key(0), "web1", "check", 0, "", 5).start(key(1), "web2", "deploy"));

        assertThat(outline.tasks()).extracting(TaskExecution::hostname).containsExactly("web2");
    }

    private RunRecord outline(SampleRun run) throws Exception {
        Path file = directory.resolve("run.journal");
        try (JournalWriter writer = JournalWriter.create(file, lost -> {
            throw new AssertionError(lost);
        })) {
            run.events().forEach(writer::event);
        }
        return RunOutline.read(file);
    }
}
