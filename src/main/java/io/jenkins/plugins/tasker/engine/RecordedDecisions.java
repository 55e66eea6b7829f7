package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import java.util.Optional;

/**
 * The values of the conditions that choose the route after a task. They test its whole output, which is not stored; so they
 * are evaluated when the task ends, before its sleep, and recorded with its end (rule 8.11).
 *
 * @param loopBreak empty if it was not evaluated
 * @param next empty if it was not evaluated: {@code next} has no condition, or {@code loop_break} decided before;
 *     false for a group with too many failures, or with members that were not started (rule 19.10)
 */
public record RecordedDecisions(Optional<Boolean> loopBreak, Optional<Boolean> next) {

    /** Of a group whose {@code next} is not satisfied, whatever it says (rule 19.10). */
    static final RecordedDecisions NOT_SATISFIED = new RecordedDecisions(Optional.empty(), Optional.of(false));

    static RecordedDecisions of(RunContext run, TaskKey key, TaskFlow flow, ConditionInput input) {
        Next.Mode mode = flow.next().mode();
        Optional<Boolean> loopBreak =
                mode == Next.Mode.LOOP ? evaluate(run, key, flow.loopBreak(), input) : Optional.empty();
        boolean decided = loopBreak.orElse(false) || (mode != Next.Mode.LOOP && mode != Next.Mode.CONDITION);
        return new RecordedDecisions(
                loopBreak,
                decided ? Optional.empty() : evaluate(run, key, flow.next().condition(), input));
    }

    private static Optional<Boolean> evaluate(
            RunContext run, TaskKey key, Optional<Condition> condition, ConditionInput input) {
        return condition.map(present -> run.evaluate(present, input, key));
    }
}
