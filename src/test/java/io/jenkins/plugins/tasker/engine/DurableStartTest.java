package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands that start when the disk has the record of their start. */
@Timeout(60)
class DurableStartTest {

    private static final String GROUP = "0;type=parallel;tasks=1,2,3,4,5;max_parallel=3";

    private final List<Integer> syncs = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();

    /** A disk that writes, on another thread, what has waited until the end of a turn. */
    private class Disk implements RunListener {

        @Override
        public void event(RunEvent event) {
            // only starts are of interest
        }

        @Override
        public void whenDurable(RunEvent.TaskStarted start, Runnable action) {
            waiting.add(action);
        }

        @Override
        public void endTurn() {
            if (!waiting.isEmpty()) {
                syncs.add(waiting.size());
                List<Runnable> written = List.copyOf(waiting);
                waiting.clear();
                new Thread(() -> written.forEach(Runnable::run)).start();
            }
        }
    }

    @Test
    void membersThatStartInOneTurnShareOneSync() {
        Flow flow = Flow.of(GROUP, "1 exit 0", "2 exit 0", "3 exit 0", "4 exit 0", "5 exit 0")
                .recordingOn(new Disk())
                .run();

        assertThat(flow.exitCode()).isZero();
        assertThat(flow.runner.started).hasSize(5);
        assertThat(syncs.get(0)).as("at most the free places of the group").isEqualTo(3);
        assertThat(syncs.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    }

    @Test
    void commandThatIsTerminatedBeforeItsStartIsDurableNeverStarts() {
        Flow flow = Flow.of("0 exit 0", "1 exit 0")
                .recordingOn(new Disk() {
                    @Override
                    public void endTurn() {
                        // hangs
                    }
                })
                .watchedBy((engine, event) -> {
                    if (event instanceof RunEvent.TaskStarted) {
                        engine.interrupt(Interrupt.SIGTERM);
                    }
                })
                .run();

        assertThat(flow.exitCode()).isEqualTo(41);
        assertThat(flow.result(0).exitCode()).isEqualTo(143);
        waiting.forEach(Runnable::run);
        assertThat(flow.runner.started).isEmpty();
    }

    @Test
    void commandDoesNotStartIfItsStartCannotBeWritten() {
        Flow flow = Flow.of("0;type=parallel;tasks=1,2", "1 exit 0", "2 exit 0")
                .recordingOn(new Disk())
                .losingRecordAt(event -> event instanceof RunEvent.TaskStarted start
                        && start.task().task().value() == 2)
                .run();

        assertThat(flow.runner.started).isEmpty();
        assertThat(flow.exitCode()).isEqualTo(41);
    }

    @Test
    @DisplayName("16.12 a command whose start does not reach the disk is not started, and the run ends with 41")
    void commandDoesNotStartIfTheDiskFails() {
        AtomicBoolean failed = new AtomicBoolean();
        Flow flow = Flow.of("0 exit 0", "1 exit 0")
                .recordingOn(new Disk() {
                    @Override
                    public void endTurn() {
                        failed.compareAndSet(false, !waiting.isEmpty());
                        super.endTurn();
                    }

                    @Override
                    public boolean isRecording() {
                        return !failed.get();
                    }
                })
                .run();

        assertThat(flow.runner.started).isEmpty();
        assertThat(flow.exitCode()).isEqualTo(41);
    }
}
