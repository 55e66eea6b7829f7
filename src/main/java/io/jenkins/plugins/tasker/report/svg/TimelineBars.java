package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups the attempts of a run by host. */
final class TimelineBars {

    /** The lane of executions without a host, such as a return. */
    static final String NOWHERE = "no host";

    private final Map<String, List<TimelineBar>> hosts = new LinkedHashMap<>();
    private final Map<TaskId, String> plannedHosts = new HashMap<>();
    private final Map<TaskId, Instant> loopEnds = new HashMap<>();
    private final Instant end;
    private final boolean live;

    private TimelineBars(RunRecord run, Instant end, boolean live) {
        this.end = end;
        this.live = live;
        for (PlannedTask task : run.plan()) {
            plannedHosts.put(task.id(), task.hostname());
        }
        run.tasks().stream().filter(task -> !task.isGroup()).forEach(this::add);
    }

    /**
     * Returns bars by host, in the order in which the run first used the hosts.
     *
     * @param end where bars with an unknown end stop
     */
    static Map<String, List<TimelineBar>> byHost(RunRecord run, Instant end, boolean live) {
        return new TimelineBars(run, end, live).hosts;
    }

    private void add(TaskExecution task) {
        if (task.attempts().isEmpty()) {
            addInstant(task);
            return;
        }
        TaskId id = task.key().task();
        Optional<Instant> before =
                task.key().repetition() > 0 ? Optional.ofNullable(loopEnds.get(id)) : Optional.empty();
        int last = task.attempts().size() - 1;
        for (int i = 0; i <= last; i++) {
            TaskAttempt attempt = task.attempts().get(i);
            RunEvent.TaskStarted started = attempt.started();
            Optional<TaskResult> result = attempt.ended().map(RunEvent.TaskEnded::result);
            Instant ended = result.map(TaskResult::end).orElse(end);
            StatusMark mark = i < last ? StatusMark.RETRIED : StatusMark.of(task, live);
            String label = started.task().label();
            String reason = mark == StatusMark.OK
                    ? mark.word
                    : i < last ? StatusReason.of(attempt) : orWord(StatusReason.of(task), mark);
            lane(started.hostname().isEmpty() ? started.executionType() : started.hostname())
                    .add(new TimelineBar(
                            started.time(),
                            ended.isBefore(started.time()) ? started.time() : ended,
                            mark,
                            label,
                            label,
                            ": " + reason
                                    + result.map(r -> ", " + DurationText.brief(r.duration()))
                                            .orElse(""),
                            before,
                            1));
            before = Optional.of(ended);
        }
        before.ifPresent(time -> loopEnds.put(id, time));
    }

    private static String orWord(String reason, StatusMark mark) {
        return mark == StatusMark.RUNNING || reason.isEmpty() ? mark.word : reason;
    }

    private void addInstant(TaskExecution task) {
        String planned = plannedHosts.getOrDefault(task.key().task(), "");
        String host = task.key().isOnHost() ? task.key().host() : planned.contains("@") ? "" : planned;
        StatusMark mark = StatusMark.of(task, live);
        String label = task.key().label();
        String detail = ": " + orWord(StatusReason.of(task), mark);
        lane(host.isEmpty() ? NOWHERE : host)
                .add(new TimelineBar(task.start(), task.start(), mark, label, label, detail, Optional.empty(), 1));
    }

    private List<TimelineBar> lane(String host) {
        return hosts.computeIfAbsent(host, name -> new ArrayList<>());
    }
}
