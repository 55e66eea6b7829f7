package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.util.Optional;

/**
 * Counts the executions of a run, and interrupts it at the limits of the administrator (rule 16.14). A replay interrupts it where
 * it was interrupted before, whatever the limits are now.
 */
final class ExecutionCount {

    private long executions;

    void count(RunContext run, long recordBytes) {
        executions++;
        Optional<Interrupt> replayed = run.recorded
                .next()
                .filter(RunEvent.Interrupted.class::isInstance)
                .map(event -> ((RunEvent.Interrupted) event).cause())
                .filter(Interrupt::isLimit);
        UpperLimits.RunSize limits = run.options.execution().limits().run();
        if (replayed.isPresent()) {
            run.interrupt(replayed.get());
        } else if (run.recorded.isReplayed() && executions > limits.executions()) {
            interrupt(
                    run,
                    Interrupt.EXECUTION_LIMIT,
                    "the run has executed " + Counted.of(limits.executions(), "task") + ", loops and members included");
        } else if (run.recorded.isReplayed() && recordBytes > limits.recordBytes()) {
            interrupt(
                    run,
                    Interrupt.RECORD_LIMIT,
                    "the record of the run is larger than " + Counted.of(limits.recordBytes() / 1_000_000, "MB", "MB"));
        }
    }

    private static void interrupt(RunContext run, Interrupt limit, String what) {
        run.note(
                Level.ERROR,
                Optional.empty(),
                what + ", the limit that the administrator has set: nothing further starts. The setting is in Manage"
                        + " Jenkins, System, Tasker");
        run.interrupt(limit);
    }
}
