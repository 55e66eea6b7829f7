package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.text.Counted;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt in the timeline, an instant such as a skip, or several short neighbours.
 *
 * @param first label of the first attempt
 * @param last label of the last attempt; equal to {@code first} if {@code count} is 1
 * @param detail the rest of the tooltip if {@code count} is 1
 * @param follows when the attempt or repetition before this one ended
 * @param count how many attempts the bar shows
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

    boolean isInstant() {
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
