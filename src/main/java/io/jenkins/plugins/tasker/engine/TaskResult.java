package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.taskfile.ResultName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The result of a task, the source of its variables (section 7).
 *
 * @param exitCode -1 for a task that was skipped or not started
 * @param stdout at most {@link #STORED_OUTPUT} characters of the split output (rule 6.3)
 * @param hostname after substitution, at most {@link #STORED_HOSTNAME} characters; {@code parallel} or {@code conditional}
 *     for a group; empty for a return task
 * @param counts set for groups
 * @param hosts set for groups whose hosts a variable may name (rule 19.8)
 * @param full the lengths of the split outputs; set if an output is longer than what is kept of it
 */
public record TaskResult(
        String hostname,
        TaskStatus status,
        String stdout,
        int exitCode,
        String stderr,
        Instant start,
        Duration duration,
        Optional<GroupCounts> counts,
        Optional<MemberHosts> hosts,
        Optional<FullLengths> full) {

    /** The numbers of characters of complete outputs. */
    public record FullLengths(long stdout, long stderr) {}

    public static final int STORED_OUTPUT = 4096;
    public static final int STORED_HOSTNAME = 256;

    /** How many characters of the end of a longer output the record keeps for people (rule 16.13). */
    public static final int STORED_END = 1024;

    public static final int SKIPPED_EXIT_CODE = -1;

    /** The exit code of a command that was ended by TERM. */
    private static final int TERMINATED_EXIT_CODE = 128 + 15;

    /** Creates a result without a list of hosts, and with complete outputs. */
    public TaskResult(
            String hostname,
            TaskStatus status,
            String stdout,
            int exitCode,
            String stderr,
            Instant start,
            Duration duration,
            Optional<GroupCounts> counts) {
        this(hostname, status, stdout, exitCode, stderr, start, duration, counts, Optional.empty(), Optional.empty());
    }

    /** Returns the result of a skipped task (rule 7.7). */
    public static TaskResult skipped(Instant now) {
        return new TaskResult("", TaskStatus.SKIPPED, "", SKIPPED_EXIT_CODE, "", now, Duration.ZERO, Optional.empty());
    }

    /** Returns the result of a return task; code 0 means success (rules 7.7 and 11.9). */
    static TaskResult returned(int code, Instant now) {
        TaskStatus status = code == 0 ? TaskStatus.SUCCESS : TaskStatus.FAILED;
        return new TaskResult("", status, "", code, "", now, Duration.ZERO, Optional.empty());
    }

    /** Returns this result with a return code in place of the command's exit code (rule 11.9). */
    TaskResult withReturnCode(int code) {
        TaskStatus changed = code == 0 ? TaskStatus.SUCCESS : TaskStatus.FAILED;
        return new TaskResult(hostname, changed, stdout, code, stderr, start, duration, counts, hosts, full);
    }

    /** Returns the result of a member that was not started (rule 19.10). */
    static TaskResult notStarted(String hostname, Instant now) {
        return new TaskResult(
                hostname, TaskStatus.NOT_STARTED, "", SKIPPED_EXIT_CODE, "", now, Duration.ZERO, Optional.empty());
    }

    /**
     * Returns the result of a fan-out task whose list of hosts cannot be used.
     *
     * @param kind the host name of a parent (rule 7.1)
     */
    static TaskResult rejected(String kind, String reason, Instant now) {
        return new TaskResult(
                kind, TaskStatus.FAILED, "", CommandResult.NOT_STARTED, reason, now, Duration.ZERO, Optional.empty());
    }

    /** Returns this result as that of a command that was terminated, because its group failed (rule 19.10). */
    TaskResult terminated() {
        TaskStatus changed = status == TaskStatus.SUCCESS ? TaskStatus.FAILED : status;
        int code = exitCode == 0 ? TERMINATED_EXIT_CODE : exitCode;
        return new TaskResult(hostname, changed, stdout, code, stderr, start, duration, counts, hosts, full);
    }

    /** Returns this result with its secrets masked (rule 16.4). */
    TaskResult masked(Secrets secrets) {
        return new TaskResult(
                secrets.maskStart(hostname, STORED_HOSTNAME),
                status,
                secrets.maskStart(stdout, STORED_OUTPUT),
                exitCode,
                secrets.maskStart(stderr, STORED_OUTPUT),
                start,
                duration,
                counts,
                hosts.map(names -> names.masked(secrets)),
                full);
    }

    /** Returns the result of a group with its hosts. */
    TaskResult withHosts(MemberHosts names) {
        return new TaskResult(
                hostname, status, stdout, exitCode, stderr, start, duration, counts, Optional.of(names), full);
    }

    /** Returns the length of the complete output that a variable names; empty if the variable has all of it. */
    OptionalLong fullLength(ResultName name) {
        boolean stdoutCut =
                full.filter(lengths -> lengths.stdout() > STORED_OUTPUT).isPresent();
        boolean stderrCut =
                full.filter(lengths -> lengths.stderr() > STORED_OUTPUT).isPresent();
        if (name == ResultName.STDOUT && stdoutCut) {
            return OptionalLong.of(full.get().stdout());
        }
        return name == ResultName.STDERR && stderrCut
                ? OptionalLong.of(full.get().stderr())
                : OptionalLong.empty();
    }

    public boolean success() {
        return status == TaskStatus.SUCCESS;
    }

    /** Returns whether the task failed or timed out. */
    public boolean isFailure() {
        return status == TaskStatus.FAILED || status == TaskStatus.TIMED_OUT;
    }

    public Instant end() {
        return start.plus(duration);
    }

    /** Returns the value of a reference to this result; empty for counts of a task that is not a group (rule 7.1). */
    public Optional<String> value(ResultName name) {
        return switch (name) {
            case STDOUT -> Optional.of(withoutNewlinesAtEnd(stdout));
            case STDERR -> Optional.of(withoutNewlinesAtEnd(stderr));
            case EXIT_CODE, EXIT -> Optional.of(Integer.toString(exitCode));
            case HOSTNAME -> Optional.of(hostname);
            case SUCCESS -> Optional.of(Boolean.toString(success()));
            case START_TIME -> Optional.of(timestamp(start));
            case END_TIME -> Optional.of(timestamp(end()));
            case DURATION -> Optional.of(seconds(duration));
            case SUCCESS_COUNT -> counts.map(GroupCounts::success).map(String::valueOf);
            case FAILED_COUNT -> counts.map(GroupCounts::failed).map(String::valueOf);
            case TOTAL_COUNT -> counts.map(GroupCounts::total).map(String::valueOf);
            case SKIPPED_COUNT -> counts.map(GroupCounts::skipped).map(String::valueOf);
            case TIMEOUT_COUNT -> counts.map(GroupCounts::timeout).map(String::valueOf);
            case NOTSTARTED_COUNT -> counts.map(GroupCounts::notStarted).map(String::valueOf);
            case HOSTS -> hosts.map(MemberHosts::all);
            case SUCCESS_HOSTS -> hosts.map(names -> names.with(MemberOutcome.SUCCESS));
            case FAILED_HOSTS -> hosts.map(names -> names.with(MemberOutcome.FAILED, MemberOutcome.TIMED_OUT));
            case TIMEOUT_HOSTS -> hosts.map(names -> names.with(MemberOutcome.TIMED_OUT));
            case SKIPPED_HOSTS -> hosts.map(names -> names.with(MemberOutcome.SKIPPED));
            case NOTSTARTED_HOSTS -> hosts.map(names -> names.with(MemberOutcome.NOT_STARTED));
        };
    }

    /** Formats a duration as seconds with three decimals (rule 7.1). */
    public static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
    }

    // The offset of UTC is +00:00 (rule 7.1), where the ISO formats of the JDK write Z.
    private static String timestamp(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String withoutNewlinesAtEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
