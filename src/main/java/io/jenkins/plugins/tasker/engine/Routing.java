package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.text.Level;
import java.util.Optional;

/** Chooses the next step of the flow after a task has run (rules 9.3, 9.4, 10.2, 10.3). */
final class Routing {

    private final RunContext run;
    private final TaskKey key;
    private final TaskFlow flow;
    private final TaskResult result;
    private final RecordedDecisions decisions;

    Routing(RunContext run, TaskKey key, TaskFlow flow, TaskResult result, RecordedDecisions decisions) {
        this.run = run;
        this.key = key;
        this.flow = flow;
        this.result = result;
        this.decisions = decisions;
    }

    /** Returns whether the loop repeats its task; emits the decision. */
    boolean repeats() {
        Optional<Condition> loopBreak = flow.loopBreak();
        Optional<Condition> condition = flow.next().condition();
        if (decisions.loopBreak().orElse(false)) {
            return leave("loop_break '" + loopBreak.orElseThrow() + "' is true");
        }
        if (condition.isPresent() && !decisions.next().orElse(true)) {
            return leave("'" + condition.get() + "' is no longer true");
        }
        long limit = new TaskNumbers(run, key).loop(flow.loop());
        if (key.repetition() >= limit) {
            return leave("all " + limit + " repetitions are done");
        }
        run.emit(new RunEvent.LoopRepeated(key.task(), key.repetition() + 1, limit));
        return true;
    }

    private boolean leave(String reason) {
        run.note(Level.INFO, Optional.of(key), "leaving the loop: " + reason);
        return false;
    }

    /**
     * Returns the route after a failure; empty if {@code next} is satisfied or the failure has no consequence.
     *
     * @param allSuccessByDefault whether an absent {@code next} acts as {@code all_success}, as on a parallel task
     * @throws RunEndedException with 14 if {@code next} is not satisfied and there is no {@code on_failure}
     */
    Optional<Route> afterFailure(boolean allSuccessByDefault) throws RunEndedException {
        Next next = flow.next();
        boolean nextDecides =
                next.mode() == Next.Mode.CONDITION || (next.mode() == Next.Mode.ABSENT && allSuccessByDefault);
        boolean satisfied =
                switch (next.mode()) {
                    case ALWAYS, NEVER, LOOP -> true;
                    case CONDITION -> noted(decisions.next().orElseThrow());
                    case ABSENT -> result.success();
                };
        if (satisfied || (!nextDecides && flow.onFailure().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(failure(reason(nextDecides, false)));
    }

    /**
     * Returns the route of a group in which more members failed than {@code max_fail} allows: {@code next} is not satisfied,
     * whatever it says, and a loop is left (rule 19.10).
     *
     * @param budget whether the group has {@code max_fail}; without it, {@code fail_fast} allows no failure
     * @throws RunEndedException with 14 if there is no {@code on_failure}
     */
    Route afterStop(boolean budget) throws RunEndedException {
        return failure(
                budget
                        ? "more members failed than 'max_fail' allows"
                        : "a member failed, and 'fail_fast' allows no failure");
    }

    private Route failure(String reason) throws RunEndedException {
        return Route.onFailure(
                key,
                flow.onFailure()
                        .orElseThrow(() -> new RunEndedException(
                                ExitCodes.NOT_SATISFIED, key + ": " + reason + " and there is no 'on_failure'")),
                reason);
    }

    /**
     * Returns the route if there is none after a failure and the task returns no code.
     *
     * @throws RunEndedException with 0 at {@code next=never}
     */
    Route afterSuccess() throws RunEndedException {
        Next.Mode mode = flow.next().mode();
        if (mode == Next.Mode.NEVER) {
            throw new RunEndedException(ExitCodes.OK, key + ": 'next=never'");
        }
        boolean unfailed = mode != Next.Mode.ABSENT || result.success();
        String reason = reason(mode != Next.Mode.ABSENT, unfailed);
        return unfailed && flow.onSuccess().isPresent()
                ? Route.onSuccess(key, flow.onSuccess().get(), reason)
                : Route.toFollowing(key, reason);
    }

    private String reason(boolean nextDecides, boolean positive) {
        if (flow.next().mode() == Next.Mode.LOOP) {
            return "loop left";
        }
        if (nextDecides) {
            String written = flow.next().mode() == Next.Mode.ABSENT
                    ? "all_success"
                    : flow.next().written();
            return "'next=" + written + "' is " + (positive ? "satisfied" : "not satisfied");
        }
        if (result.success()) {
            return "successful";
        }
        return result.exitCode() == 0 ? "not successful" : "failed with exit code " + result.exitCode();
    }

    private boolean noted(boolean value) {
        run.note(
                Level.DEBUG,
                Optional.of(key),
                "next '" + flow.next().written() + "' evaluated to: " + (value ? "True" : "False"));
        return value;
    }
}
