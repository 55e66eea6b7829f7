package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.text.Level;
import java.util.Optional;

/** Decides where the flow goes after a task ran (rules 9.3, 9.4, 10.2, 10.3). */
final class Routing {

    private final RunContext run;
    private final TaskKey key;
    private final TaskFlow flow;
    private final TaskResult result;
    private final RecordedDecisions verdicts;

    Routing(RunContext run, TaskKey key, TaskFlow flow, TaskResult result, RecordedDecisions verdicts) {
        this.run = run;
        this.key = key;
        this.flow = flow;
        this.result = result;
        this.verdicts = verdicts;
    }

    /** Whether a loop goes on; told in any case. */
    boolean repeats() {
        Optional<Condition> loopBreak = flow.loopBreak();
        Optional<Condition> condition = flow.next().condition();
        if (verdicts.loopBreak().orElse(false)) {
            return leave("loop_break '" + loopBreak.orElseThrow() + "' is true");
        }
        if (condition.isPresent() && !verdicts.next().orElse(true)) {
            return leave("'" + condition.get() + "' no longer holds");
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
     * The way on after a failure; empty if the task counts as satisfied.
     *
     * @param allSuccessByDefault absent {@code next} acts as {@code all_success} on a parallel task
     * @throws RunEndedException with 14 if {@code next} is not satisfied and there is no {@code on_failure}; with 0 or
     *     nothing at {@code next=never}
     */
    Optional<Route> failure(boolean allSuccessByDefault) throws RunEndedException {
        Next next = flow.next();
        boolean given = next.mode() == Next.Mode.CONDITION || (next.mode() == Next.Mode.ABSENT && allSuccessByDefault);
        boolean satisfied =
                switch (next.mode()) {
                    case ALWAYS, NEVER, LOOP -> true;
                    case CONDITION -> told(verdicts.next().orElseThrow());
                    case ABSENT -> result.success();
                };
        if (satisfied || (!given && flow.onFailure().isEmpty())) {
            return Optional.empty();
        }
        String reason = reason(given, false);
        return Optional.of(Route.onFailure(
                key,
                flow.onFailure()
                        .orElseThrow(() -> new RunEndedException(
                                ExitCodes.NOT_SATISFIED, key + ": " + reason + " and there is no 'on_failure'")),
                reason));
    }

    /** The way on if nothing failed and no code is returned. */
    Route success() throws RunEndedException {
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

    private boolean told(boolean value) {
        run.note(
                Level.DEBUG,
                Optional.of(key),
                "next '" + flow.next().written() + "' evaluated to: " + (value ? "True" : "False"));
        return value;
    }
}
