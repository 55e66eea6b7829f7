package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.text.Counted;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt, a moment, or several short ones side by side, in the timeline.
 *
 * @param first label of the first task, and
 * @param last of the last one; the same unless {@code count} is more than 1
 * @param detail what is said of a single one
 * @param follows when the attempt or repetition before this one ended
 */
record TimelineBar(
        Instant start,
        Instant end,
        StatusMark mark,
        String first,
        String last,
        String detail,
        Optional<Instant> follows,
        int count) {

    boolean isMoment() {
        return !end.isAfter(start);
    }

    TimelineBar join(TimelineBar next) {
        Instant later = next.end.isAfter(end) ? next.end : end;
        return new TimelineBar(start, later, mark, first, next.last, "", follows, count + next.count);
    }

    String title() {
        return count == 1 ? first + detail : Counted.of(count, "task") + " " + mark.word + ", " + first + " to " + last;
    }
}
