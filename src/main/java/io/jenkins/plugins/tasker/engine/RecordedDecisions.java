package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import java.util.Optional;

/**
 * What the conditions that decide on the way said when a task had ended. They see all of its output, which is not kept, so
 * they are asked at once and their answers are recorded with the end, not after the sleep that may follow (rule 8.11).
 *
 * @param loopBreak empty if it was not asked
 * @param next empty if it was not asked, because {@code next} has no condition or {@code loop_break} decided already
 */
public record RecordedDecisions(Optional<Boolean> loopBreak, Optional<Boolean> next) {

    static RecordedDecisions of(RunContext run, TaskKey key, TaskFlow flow, ConditionInput subject) {
        Next.Mode mode = flow.next().mode();
        Optional<Boolean> loopBreak =
                mode == Next.Mode.LOOP ? ask(run, key, flow.loopBreak(), subject) : Optional.empty();
        boolean decided = loopBreak.orElse(false) || (mode != Next.Mode.LOOP && mode != Next.Mode.CONDITION);
        return new RecordedDecisions(
                loopBreak,
                decided ? Optional.empty() : ask(run, key, flow.next().condition(), subject));
    }

    private static Optional<Boolean> ask(
            RunContext run, TaskKey key, Optional<Condition> condition, ConditionInput subject) {
        return condition.map(asked -> run.evaluate(asked, subject, key));
    }
}
