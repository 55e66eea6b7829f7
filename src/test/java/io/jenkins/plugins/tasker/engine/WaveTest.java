package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.ResultName;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaveTest {

    @Test
    @DisplayName("19.9 members start in waves; the last entry of batch repeats, and per cent are of all members")
    void waves() {
        Flow flow = Flow.of(group("batch=1,50%", 10)).run();
        assertThat(waves(flow)).containsExactly("1: 0+1", "2: 1+5", "3: 6+4");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("19.9 a wave begins when every member of the one before has ended, retries included")
    void retriesWithinTheWave() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2;batch=1;retry_failed=true;retry_count=2;retry_delay=0",
                        "1 fail-times 2",
                        "2 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 0-1.1 0-1.2 0-2");
        assertThat(flow.runner.mostAtOnce()).isEqualTo(1);
    }

    @Test
    @DisplayName("19.9 batch_sleep passes between two waves, and not before the first one")
    void pause() {
        Flow flow = Flow.of(group("batch=2;batch_sleep=0.05", 4)).run();
        List<String> order = flow.events.stream()
                .filter(event -> event instanceof RunEvent.WaveStarted || event instanceof RunEvent.Waited)
                .map(event -> event.getClass().getSimpleName())
                .toList();
        assertThat(order).containsExactly("WaveStarted", "Waited", "WaveStarted");
        assertThat(flow.notes(Level.INFO)).contains("the next wave starts in 0.05 s");
    }

    @Test
    @DisplayName("19.9 an interrupt ends the pause between two waves, and the next wave does not begin")
    void interruptedPause() {
        Flow flow = Flow.of(group("batch=1;batch_sleep=3600", 3))
                .watchedBy((engine, event) -> {
                    if (event instanceof RunEvent.Note note && note.text().startsWith("the next wave")) {
                        engine.interrupt(Interrupt.ABORT);
                    }
                })
                .run();
        assertThat(flow.executed()).isEqualTo("0-1");
        assertThat(flow.exitCode()).isEqualTo(41);
    }

    @Test
    @DisplayName(
            "19.10 the record says that next of a group is not satisfied if max_fail is exceeded, whatever its counts are")
    void recordedDecision() {
        for (String next : List.of("any_success", "max_failed=3")) {
            Flow flow = Flow.of(
                            "0;type=parallel;tasks=1,2,3;max_parallel=1;max_fail=0;on_failure=9;next=" + next,
                            "1 exit 0",
                            "2 exit 1",
                            "3 exit 0",
                            "9 exit 0")
                    .run();
            assertThat(flow.executed()).isEqualTo("0-1 0-2 9");
            assertThat(decision(flow)).isEqualTo(Optional.of(false));
        }
    }

    @Test
    @DisplayName("19.10 the record says that next of an interrupted group with members not started is not satisfied")
    void recordedDecisionOfInterruptedGroup() {
        Flow flow = Flow.of("0;type=parallel;tasks=1,2;max_parallel=1;next=max_failed=5", "1 exit 0", "2 exit 0")
                .watchedBy((engine, event) -> {
                    if (event instanceof RunEvent.TaskStarted) {
                        engine.interrupt(Interrupt.ABORT);
                    }
                })
                .run();
        assertThat(flow.executed()).isEqualTo("0-1");
        assertThat(decision(flow)).isEqualTo(Optional.of(false));
    }

    /** Returns the recorded value of {@code next} of task 0. */
    private static Optional<Boolean> decision(Flow flow) {
        return flow.events.stream()
                .filter(event ->
                        event instanceof RunEvent.TaskEnded end && end.task().equals(TaskKey.of(new TaskId(0))))
                .map(event -> ((RunEvent.TaskEnded) event).verdicts().orElseThrow())
                .findFirst()
                .orElseThrow()
                .next();
    }

    @Test
    @DisplayName("19.10 when more members failed than max_fail allows, nothing further starts")
    void budget() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3,4,5;max_parallel=1;max_fail=1;next=always",
                        "1 exit 1",
                        "2 exit 0",
                        "3 exit 1",
                        "4 exit 0",
                        "5 exit 0",
                        "6 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 0-2 0-3");
        assertThat(flow.result(0).stdout()).isEqualTo("Parallel execution: 1/5 successful, 2 failed, 2 not started");
        assertThat(flow.result(0).value(ResultName.FAILED_COUNT)).contains("2");
        assertThat(flow.exitCode()).isEqualTo(14);
        assertThat(flow.reason()).contains("more members failed than 'max_fail' allows");
        assertThat(flow.notes(Level.WARN))
                .containsExactly("2 failed, 1 may fail: nothing further starts; not started: 2 tasks");
    }

    @Test
    @DisplayName("19.10 as many failures as max_fail allows leave the group to its next")
    void withinBudget() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3;max_parallel=1;max_fail=34%;next=any_success",
                        "1 exit 1", "2 exit 0", "3 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 0-2 0-3");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("19.10 a member has failed when its retries are used up, and those of a stopped group end")
    void failedForGood() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2;max_fail=0;retry_failed=true;retry_count=1;retry_delay=0;max_parallel=1",
                        "1 fail-times 1",
                        "2 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 0-1.1 0-2");
        Flow stopped = Flow.of(
                        "0;type=parallel;tasks=1,2;max_fail=0;retry_failed=true;retry_count=9;retry_delay=300",
                        "1 exit 7",
                        "2 timeout")
                .run();
        assertThat(stopped.executed()).isEqualTo("0-1 0-2");
        assertThat(stopped.result(0).value(ResultName.FAILED_COUNT)).contains("2");
    }

    @Test
    @DisplayName("19.10 members that were not started have exit code -1 and are not successful")
    void notStarted() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2;max_parallel=1;max_fail=0;on_failure=9",
                        "1 exit 1",
                        "2 exit 0",
                        "9 out @2_exit_code@ @2_success@ @0_failed_count@")
                .run();
        assertThat(flow.commandLine(9)).isEqualTo("out -1 false 1");
    }

    @Test
    @DisplayName("19.10 a stopped group leaves its loop, and next=never does not end the run")
    void stoppedLoop() {
        Flow loop = Flow.of("0;type=parallel;tasks=1;max_fail=0;loop=5;on_failure=9", "1 exit 1", "9 exit 0")
                .run();
        assertThat(loop.executed()).isEqualTo("0-1 9");
        Flow never = Flow.of("0;type=parallel;tasks=1;max_fail=0;next=never;on_failure=9", "1 exit 1", "9 exit 0")
                .run();
        assertThat(never.executed()).isEqualTo("0-1 9");
    }

    @Test
    @DisplayName("19.10 fail_fast terminates the running members: 143, failed; alone it allows no failure")
    void failFast() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3;max_parallel=2;fail_fast=true;on_failure=9",
                        "1 hang",
                        "2 exit 1",
                        "3 exit 0",
                        "9 out @1_exit_code@ @0_failed_count@")
                .run();
        assertThat(flow.commandLine(9)).isEqualTo("out 143 2");
        assertThat(flow.events)
                .filteredOn(event -> event instanceof RunEvent.Moved)
                .extracting(event -> ((RunEvent.Moved) event).reason())
                .contains("a member failed, and 'fail_fast' allows no failure");
        assertThat(flow.result(0).stdout()).isEqualTo("Parallel execution: 0/3 successful, 2 failed, 1 not started");
    }

    @Test
    @DisplayName("19.10 a max_fail that results make unreadable allows no failure")
    void unreadableBudget() {
        Flow flow = Flow.of(
                        "0 out many",
                        "1;type=parallel;tasks=2,3;max_parallel=1;max_fail=@0_stdout@",
                        "2 exit 1",
                        "3 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0 1-2");
        assertThat(flow.notes(Level.WARN))
                .first()
                .isEqualTo("'max_fail' is neither a number nor per cent: 'many'; 0 is used");
    }

    private static String[] group(String fields, int members) {
        List<String> tasks = new ArrayList<>();
        tasks.add("0;type=parallel;tasks="
                + IntStream.rangeClosed(1, members).mapToObj(Integer::toString).collect(Collectors.joining(",")) + ";"
                + fields);
        IntStream.rangeClosed(1, members).forEach(id -> tasks.add(id + " exit 0"));
        return tasks.toArray(String[]::new);
    }

    private static List<String> waves(Flow flow) {
        return flow.events.stream()
                .filter(RunEvent.WaveStarted.class::isInstance)
                .map(RunEvent.WaveStarted.class::cast)
                .map(wave -> wave.number() + ": " + wave.first() + "+" + wave.members())
                .toList();
    }
}
