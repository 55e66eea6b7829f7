package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.ResumeOffer.RefusedException;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResumeOfferTest {

    @Test
    @DisplayName("the task at which the run stopped is suggested")
    void suggestion() throws Exception {
        ResumeOffer offer = ResumeOffer.of(planned(new SampleRun(), 0, 3)
                .task(key(0), "h", "x", 0, "", 5)
                .task(key(3), "h", "x", 1, "", 5)
                .runEnd(14, "stopped", key(3))
                .record());

        assertThat(offer.accept("", false)).isEqualTo(new TaskId(3));
        assertThat(offer.accept(" 0 ", false)).isEqualTo(new TaskId(0));
    }

    @Test
    @DisplayName("without a failed task the start must be named")
    void noSuggestion() throws Exception {
        ResumeOffer offer = ResumeOffer.of(planned(new SampleRun(), 0)
                .task(key(0), "h", "x", 0, "", 5)
                .runEnd(0, "end", key(0))
                .record());

        assertThatThrownBy(() -> offer.accept("", false))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("startFrom=ID");
    }

    @Test
    @DisplayName("16.12 tasks after a lost record must be confirmed, because they may have run")
    void lostRecord() throws Exception {
        ResumeOffer offer = ResumeOffer.of(planned(new SampleRun(), 0, 3, 4)
                .task(key(0), "h", "x", 0, "", 5)
                .move(key(0), 3, false, "")
                .record());

        assertThatThrownBy(() -> offer.accept("", false))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("it is unknown whether these tasks ran: 3")
                .hasMessageContaining("acceptUnknown=true");
        assertThat(offer.accept("", true)).isEqualTo(new TaskId(3));
    }

    @Test
    @DisplayName("15.8 an undefined task is rejected with the list of defined ones")
    void undefinedTask() throws Exception {
        ResumeOffer offer = ResumeOffer.of(planned(new SampleRun(), 0, 3).record());

        for (String bad : List.of("4", "-1", "<b>", "1e3")) {
            assertThatThrownBy(() -> offer.accept(bad, true))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.isBadRequest()).isTrue())
                    .hasMessage("startFrom: the recorded file has no task '" + bad + "'; its tasks are 0, 3");
        }
    }

    @Test
    @DisplayName("15.9 a command with unknown end is named and needs a confirmation")
    void unknownEnd() throws Exception {
        ResumeOffer offer = ResumeOffer.of(
                planned(new SampleRun(), 0).start(key(0), "web1", "restart app").record());

        assertThatThrownBy(() -> offer.accept("0", false))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.isBadRequest()).isFalse())
                .hasMessageContaining("Task 0 on web1 (restart app)")
                .hasMessageContaining("acceptUnknown=true");
        assertThat(offer.accept("0", true)).isEqualTo(new TaskId(0));
    }

    @Test
    @DisplayName("a dry run, and a run cut off before its plan, cannot be resumed")
    void runsThatCannotBeResumed() {
        assertThatThrownBy(() -> ResumeOffer.of(planned(new SampleRun(true), 0).record()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("dry run");
        assertThatThrownBy(() -> ResumeOffer.of(new SampleRun().record()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cut off");
    }

    private static SampleRun planned(SampleRun run, long... ids) {
        List<PlannedTask> tasks = Arrays.stream(ids)
                .mapToObj(id -> new PlannedTask(
                        new TaskId(id),
                        "h",
                        TaskKind.NORMAL,
                        "x",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()))
                .toList();
        return run.add(new RunEvent.WorkflowPlanned(tasks));
    }
}
