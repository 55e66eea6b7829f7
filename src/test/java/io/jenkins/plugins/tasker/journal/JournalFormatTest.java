package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Journals of every earlier format stay readable. Their files never change; a new format adds a file. */
class JournalFormatTest {

    @Test
    void version1IsReadable() throws IOException, URISyntaxException {
        Path file = Path.of(getClass().getResource("version-1.journal").toURI());

        assertThat(WholeJournal.read(file))
                .isEqualTo(new WholeJournal(everything().events(), false));
    }

    static SampleRun everything() {
        TaskResult restored = new TaskResult(
                "web1",
                TaskStatus.SUCCESS,
                "v1.4.2\n",
                0,
                "",
                SampleRun.START.minusSeconds(3600),
                Duration.ofMillis(15),
                Optional.empty());
        return new SampleRun()
                .add(new RunEvent.WorkflowPlanned(List.of(
                        new PlannedTask(
                                new TaskId(0),
                                "web1",
                                TaskKind.NORMAL,
                                "get-version",
                                Optional.of(new TaskId(1)),
                                Optional.empty(),
                                Optional.of(new TaskId(99)),
                                List.of(),
                                List.of(),
                                Optional.empty()),
                        new PlannedTask(
                                new TaskId(5),
                                "",
                                TaskKind.PARALLEL,
                                "",
                                Optional.empty(),
                                Optional.of(new TaskId(9)),
                                Optional.empty(),
                                List.of(new TaskId(6), new TaskId(7)),
                                List.of(),
                                Optional.empty()))))
                .add(new RunEvent.ResultRestored(new TaskId(0), restored))
                .note(Level.WARN, key(1), "no value for @8_stdout@ in 'arguments'; it stays as written")
                .task(
                        key(1),
                        "web1",
                        "deploy \"v1.4.2\" Gr\u00fc\u00dfe \u20ac \uD83D\uDE80",
                        0,
                        "a\tb\nc\u0007\n",
                        1234)
                .add(new RunEvent.SuccessEvaluated(key(1), "stdout~b", true))
                .add(new RunEvent.LoopRepeated(new TaskId(2), 1, 3))
                .skip(key(3), "@ENV@=production")
                .move(key(3), 5, true, "'next=exit_0' is not satisfied")
                .group(key(5), 2, 6, 7)
                .start(member(5, 6, 0, 0), "web1", "restart")
                .end(member(5, 6, 0, 0), 1, "", "busy\n", 20, true)
                .start(member(5, 6, 0, 1), "web1", "restart")
                .end(member(5, 6, 0, 1), 124, "", "", 30_000, false)
                .groupEnd(key(5), new GroupCounts(1, 1, 1, 0), 31_000)
                .add(new RunEvent.GroupStarted(
                        SampleRun.START,
                        key(8),
                        Optional.of(false),
                        List.of(new TaskId(9)),
                        1,
                        Optional.of(Duration.ofSeconds(60))))
                .add(new RunEvent.Returned(key(99), 7))
                .runEnd(7, "Task 99 returned 7", key(99));
    }
}
