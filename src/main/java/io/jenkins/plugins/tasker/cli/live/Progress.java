package io.jenkins.plugins.tasker.cli.live;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs now: tasks, and the members of a group. */
final class Progress {

    private static final String SPINNER = "\u280b\u2819\u2839\u2838\u283c\u2834\u2826\u2827\u2807\u280f";

    /** How many running members of a group are shown, the longest running first. */
    private static final int MEMBERS = 3;

    /** An estimate from fewer members would jump. */
    private static final int ESTIMATED_FROM = 3;

    private final Map<TaskKey, RunEvent.TaskStarted> running = new LinkedHashMap<>();
    private Optional<RunEvent.GroupStarted> group = Optional.empty();
    private int done;
    private int failed;

    /** Returns the running group; branches run one task at a time and count as single tasks. */
    Optional<RunEvent.GroupStarted> group() {
        return group;
    }

    /** Returns whether a task is a member of the running group. */
    boolean isMember(TaskKey task) {
        return group.isPresent()
                && task.parent().equals(Optional.of(group.get().task().task()));
    }

    void started(RunEvent.GroupStarted started) {
        if (started.branch().isEmpty()) {
            group = Optional.of(started);
            done = 0;
            failed = 0;
        }
    }

    void started(RunEvent.TaskStarted task) {
        running.put(task.task(), task);
    }

    void skipped(TaskKey task) {
        done += isMember(task) ? 1 : 0;
    }

    /** @return the start of the attempt; empty for a group, and for a task that ran no command */
    Optional<RunEvent.TaskStarted> ended(RunEvent.TaskEnded end) {
        if (group.isPresent() && group.get().task().equals(end.task())) {
            group = Optional.empty();
        } else if (isMember(end.task()) && !end.retried()) {
            done++;
            failed += end.result().success() ? 0 : 1;
        }
        return Optional.ofNullable(running.remove(end.task()));
    }

    void clear() {
        running.clear();
        group = Optional.empty();
    }

    /** @param frame counts the calls, so that the spinner turns */
    List<String> lines(Instant now, int frame, TerminalStyle style) {
        List<String> lines = new ArrayList<>();
        String spinner = String.valueOf(SPINNER.charAt(frame % SPINNER.length()));
        group.ifPresent(started -> lines.add(style.accent(spinner) + bar(started, now, style)));
        running.values().stream()
                .limit(group.isPresent() ? MEMBERS : Integer.MAX_VALUE)
                .forEach(task -> lines.add(line(task, group.isPresent() ? " " : spinner, now, style)));
        return lines;
    }

    private static String line(RunEvent.TaskStarted task, String mark, Instant now, TerminalStyle style) {
        Row row = new Row(
                mark,
                TaskLabels.number(task.task()),
                task.hostname(),
                task.commandLine(),
                seconds(Duration.between(task.time(), now)));
        return style.accent(mark) + row.body(style);
    }

    private String bar(RunEvent.GroupStarted started, Instant now, TerminalStyle style) {
        int total = started.size();
        StringBuilder text =
                new StringBuilder(" ").append(TaskLabels.number(started.task())).append("  ");
        int columns = style.width() / 4;
        if (columns >= 10 && total > 0) {
            int filled = (int) ((long) columns * Math.min(done, total) / total);
            text.append("\u2588".repeat(filled))
                    .append("\u2591".repeat(columns - filled))
                    .append(' ');
        }
        text.append(done).append('/').append(total);
        text.append(failed > 0 ? ", " + failed + " failed" : "");
        text.append(", ").append(running.size()).append(" running");
        Duration elapsed = Duration.between(started.time(), now);
        text.append(", ").append(seconds(elapsed));
        if (done >= ESTIMATED_FROM && done < total) {
            Duration left = elapsed.dividedBy(done).multipliedBy(total - done);
            text.append(", about ").append(seconds(left)).append(" left");
        }
        return DisplayWidth.cut(text.toString(), style.width() - 1);
    }

    private static String seconds(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 60 ? seconds + " s" : DurationText.exact(Duration.ofSeconds(seconds));
    }
}
