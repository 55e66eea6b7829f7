package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the members of a group once (sections 11, 12 and 19). A branch runs one member at a time, stores each result at once,
 * and ends the run at {@code return}. A member is an object only while it runs, so thousands of them cost little.
 */
final class GroupRound implements MemberExecution.Group {

    private final RunContext run;
    private final TaskKey parent;
    private final Members members;
    private final GroupSettings settings;
    private final Instant start;
    private final long started;
    private final MemberResults results;

    /** The members that run, by their positions in the list of the group. */
    private final int[] positions;

    private final FailureBudget budget;
    private final Waves waves;
    private final Set<MemberExecution> active = new LinkedHashSet<>();
    private int next;
    private boolean starting;
    private boolean timedOut;
    private boolean stoppedByBudget;
    private RunEndedException end;

    /** @param results of the members that do not run in this pass */
    GroupRound(
            RunContext run,
            TaskKey parent,
            Members members,
            GroupSettings settings,
            MemberResults results,
            Instant start) {
        this.run = run;
        this.parent = parent;
        this.members = members;
        this.settings = settings;
        this.start = start;
        this.started = run.nanosAt(start);
        this.results = results;
        this.positions = results.open();
        this.budget = new FailureBudget(settings.mayFail());
        this.waves = new Waves(run, parent, settings, positions.length);
    }

    /**
     * Runs all members and returns the result of the parent.
     *
     * @param title the beginning of the parent's stdout (rules 11.7, 12.2)
     * @throws RunEndedException if a member of a branch ends the run (rule 12.5)
     */
    GroupOutcome run(String title) throws RunEndedException, InterruptedException {
        Optional<EngineLoop.Timer> timer =
                settings.limit().map(time -> run.loop.schedule(started, time, parent, this::timedOut));
        waves.begin();
        startMore();
        run.loop.await(() -> active.isEmpty() && !waves.isPausing() && (next == positions.length || isStopped()));
        timer.ifPresent(run.loop::cancel);
        if (end != null && run.interrupted().isEmpty()) {
            throw end;
        }
        store();
        if (members.areHosts() && !run.options.mode().dryRun()) {
            results.lines().forEach(line -> run.note(Level.INFO, Optional.of(parent), line));
        }
        String kind = settings.branch() ? "conditional" : "parallel";
        TaskResult result = results.parent(title, kind, start, duration(), stoppedByBudget);
        return new GroupOutcome(settings.hostsNamed() ? result.withHosts(results.hosts()) : result, stoppedByBudget);
    }

    private void store() {
        Map<String, TaskResult> onHosts = new HashMap<>();
        for (int i = 0; members.areResultsUsed() && i < members.size(); i++) {
            Optional<TaskResult> result = results.find(i);
            if (result.isEmpty() && stoppedByBudget) {
                result = Optional.of(TaskResult.notStarted(members.host(i), run.now()));
            }
            if (result.isPresent() && members.areHosts()) {
                onHosts.put(members.host(i), result.get());
            } else if (result.isPresent()) {
                run.results.put(members.key(i).task(), result.get());
            }
        }
        if (members.areHosts()) {
            run.results.putOnHosts(parent.task(), onHosts);
        }
    }

    private Duration duration() {
        return run.recorded
                .end(parent)
                .map(recorded -> recorded.result().duration())
                .orElseGet(() -> Duration.ofNanos(System.nanoTime() - started));
    }

    private void startMore() {
        // A member that ends at once calls back from start(); the loop below starts the next one.
        if (starting) {
            return;
        }
        starting = true;
        while (!isStopped() && next < positions.length && active.size() < settings.maxParallel()) {
            if (next < waves.end()) {
                start(positions[next++]);
            } else if (!active.isEmpty() || !waves.next(this::startMore)) {
                break;
            }
        }
        starting = false;
    }

    private void start(int position) {
        MemberExecution member =
                new MemberExecution(run, this, members.task(position), members.key(position), settings);
        active.add(member);
        member.start();
    }

    private void timedOut() {
        if (run.interrupted().isPresent()) {
            return;
        }
        timedOut = true;
        waves.cancel();
        while (next < positions.length) {
            TaskKey queued = members.key(positions[next]);
            TaskResult result = MemberResults.notStartedInTime(run.now());
            run.emitEnded(queued, result);
            store(queued, result);
            next++;
        }
        List.copyOf(active).forEach(MemberExecution::expireTimer);
    }

    @Override
    public Optional<Duration> remaining() {
        return settings.limit()
                .map(time -> time.minusNanos(System.nanoTime() - started))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public boolean isStopped() {
        return end != null || timedOut || stoppedByBudget || run.interrupted().isPresent();
    }

    @Override
    public boolean returnIsOnlyResult() {
        return !settings.branch();
    }

    @Override
    public void finished(MemberExecution member, Optional<TaskResult> result) {
        active.remove(member);
        result.ifPresent(value -> store(member.key(), value));
        result.ifPresent(this::count);
        startMore();
    }

    private void count(TaskResult result) {
        budget.count(result);
        waves.ended(result);
        if (budget.isSpent() && !isStopped()) {
            stop();
        }
    }

    /** Starts nothing further, because more members failed than {@code max_fail} allows (rule 19.10). */
    private void stop() {
        stoppedByBudget = true;
        int queued = positions.length - next;
        run.warn(
                parent,
                budget + ": nothing further starts"
                        + (queued == 0
                                ? ""
                                : "; not started: " + Counted.of(queued, members.areHosts() ? "host" : "task")));
        List<MemberExecution> running = List.copyOf(active);
        if (settings.rollout().failFast()) {
            running.forEach(MemberExecution::terminate);
        }
        running.forEach(MemberExecution::expireTimer);
    }

    private void store(TaskKey member, TaskResult result) {
        results.put(member.position(), result);
        if (settings.branch()) {
            run.results.put(member.task(), result);
        }
    }

    @Override
    public void endRun(RunEndedException reason) {
        if (end == null) {
            end = reason;
        }
    }
}
