package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.CapturedOutput;
import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.MemberHosts;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RecordedDecisions;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates every recorded event with arbitrary values; {@link EventCodecTest} checks that no event is missing. */
final class Events {

    private Events() {}

    static Arbitrary<RunEvent> any() {
        return Arbitraries.oneOf(
                started(),
                planned(),
                notes(),
                restored(),
                skipped(),
                taskStarted(),
                groupStarted(),
                evaluated(),
                taskEnded(),
                waited(),
                waves(),
                avoided(),
                interrupted(),
                Combinators.combine(ids(), Arbitraries.integers(), Arbitraries.longs())
                        .as((task, repetition, limit) -> new RunEvent.LoopRepeated(task, repetition, limit)),
                Combinators.combine(keys(), ids(), Arbitraries.of(true, false), texts())
                        .as((from, to, jump, reason) -> new RunEvent.Moved(from, to, jump, reason)),
                Combinators.combine(keys(), Arbitraries.integers())
                        .as((task, code) -> new RunEvent.Returned(task, code)),
                Combinators.combine(
                                instants(),
                                Arbitraries.integers(),
                                texts(),
                                keys().optional(),
                                ids().list().ofMaxSize(4))
                        .as(RunEvent.RunEnded::new));
    }

    private static Arbitrary<RunEvent> started() {
        Arbitrary<SettingSource> settings =
                Combinators.combine(texts(), texts(), texts()).as(SettingSource::new);
        return Combinators.combine(
                        instants(), texts(), texts(), settings.list().ofMaxSize(3), ids(), Arbitraries.of(true, false))
                .as((time, id, file, list, start, dry) ->
                        new RunEvent.RunStarted(time, id, start, file, list, "cafe", dry));
    }

    private static Arbitrary<RunEvent> planned() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(TaskKind.class),
                        texts(),
                        texts(),
                        ids().optional(),
                        ids().optional(),
                        ids().list().ofMaxSize(4),
                        ids().list().ofMaxSize(4))
                .as((id, kind, host, command, following, jump, members, otherwise) -> new PlannedTask(
                        id,
                        host,
                        kind,
                        command,
                        following,
                        jump,
                        jump,
                        members,
                        otherwise,
                        Optional.of(command).filter(text -> !text.equals(host))))
                .list()
                .ofMaxSize(3)
                .map(RunEvent.WorkflowPlanned::new);
    }

    private static Arbitrary<RunEvent> notes() {
        return Combinators.combine(Arbitraries.of(Level.class), keys().optional(), texts())
                .as((level, task, text) -> new RunEvent.Note(level, task, text));
    }

    private static Arbitrary<RunEvent> restored() {
        return Combinators.combine(ids(), results(), texts()).as(RunEvent.ResultRestored::new);
    }

    private static Arbitrary<RunEvent> skipped() {
        return Combinators.combine(instants(), keys(), texts())
                .as((time, task, condition) -> new RunEvent.TaskSkipped(time, task, condition));
    }

    private static Arbitrary<RunEvent> taskStarted() {
        return Combinators.combine(instants(), keys(), texts(), texts(), texts(), durations())
                .as((time, task, type, host, line, limit) ->
                        new RunEvent.TaskStarted(time, type, task, host, limit, line));
    }

    private static Arbitrary<RunEvent> groupStarted() {
        return Combinators.combine(
                        instants(),
                        keys(),
                        Arbitraries.of(true, false).optional(),
                        ids().list().ofMaxSize(5),
                        Arbitraries.integers(),
                        durations().optional(),
                        texts().list().ofMaxSize(3),
                        texts().list().ofMaxSize(3))
                .as((time, task, branch, members, parallel, limit, hosts, idle) ->
                        new RunEvent.GroupStarted(time, task, branch, members, parallel, limit, hosts, idle));
    }

    private static Arbitrary<RunEvent> evaluated() {
        return Combinators.combine(keys(), texts(), Arbitraries.of(true, false))
                .as((task, condition, value) -> new RunEvent.SuccessEvaluated(task, condition, value));
    }

    private static Arbitrary<RunEvent> taskEnded() {
        Arbitrary<CapturedOutput> captured = Combinators.combine(
                        texts().optional(), Arbitraries.longs(), texts(), texts())
                .as(CapturedOutput::new);
        Arbitrary<Optional<Boolean>> verdict = Arbitraries.of(true, false).optional();
        Arbitrary<RecordedDecisions> verdicts =
                Combinators.combine(verdict, verdict).as(RecordedDecisions::new);
        return Combinators.combine(
                        keys(), results(), captured, captured, Arbitraries.of(true, false), verdicts.optional())
                .as((task, result, stdout, stderr, retried, judged) ->
                        new RunEvent.TaskEnded(task, result, stdout, stderr, retried, judged));
    }

    private static Arbitrary<RunEvent> waited() {
        return Combinators.combine(instants(), keys()).as(RunEvent.Waited::new);
    }

    private static Arbitrary<RunEvent> waves() {
        Arbitrary<Integer> number = Arbitraries.integers();
        return Combinators.combine(instants(), keys(), number, number, number).as(RunEvent.WaveStarted::new);
    }

    private static Arbitrary<RunEvent> avoided() {
        return Combinators.combine(texts(), texts())
                .as(RunEvent.HostsAvoided.Host::new)
                .list()
                .ofMaxSize(3)
                .map(RunEvent.HostsAvoided::new);
    }

    private static Arbitrary<RunEvent> interrupted() {
        return Combinators.combine(instants(), Arbitraries.of(Interrupt.class)).as(RunEvent.Interrupted::new);
    }

    private static Arbitrary<TaskResult> results() {
        Arbitrary<Integer> number = Arbitraries.integers();
        Arbitrary<GroupCounts> counts = Combinators.combine(number, number, number, number, number)
                .as((success, failed, timeout, skipped, notStarted) ->
                        new GroupCounts(success, failed, timeout, skipped).withNotStarted(notStarted));
        Arbitrary<MemberHosts> hosts =
                Combinators.combine(texts().list().ofMaxSize(3), texts()).as(MemberHosts::new);
        Arbitrary<TaskResult> plain = Combinators.combine(
                        texts(),
                        Arbitraries.of(TaskStatus.class),
                        texts(),
                        number,
                        texts(),
                        instants(),
                        durations(),
                        counts.optional())
                .as(TaskResult::new);
        Arbitrary<TaskResult.FullLengths> lengths =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(TaskResult.FullLengths::new);
        return Combinators.combine(plain, hosts.optional(), lengths.optional())
                .as((result, names, full) -> new TaskResult(
                        result.hostname(),
                        result.status(),
                        result.stdout(),
                        result.exitCode(),
                        result.stderr(),
                        result.start(),
                        result.duration(),
                        result.counts(),
                        names,
                        full));
    }

    static Arbitrary<TaskKey> keys() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 3);
        return Combinators.combine(ids(), number, number, ids().optional(), number, number, texts())
                .as((task, visit, repetition, parent, position, retry, host) -> {
                    TaskKey first = TaskKey.of(parent.orElse(task)).visit(visit).repetition(repetition);
                    if (parent.isPresent() && host.length() > 4) {
                        return first.onHost(host, position).retry(retry);
                    }
                    return (parent.isPresent() ? first.member(task, position) : first).retry(retry);
                });
    }

    private static Arbitrary<TaskId> ids() {
        return Arbitraries.longs().between(-1, 12).map(TaskId::new);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-100_000_000_000L, 100_000_000_000L),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE).map(Duration::ofNanos);
    }

    /** Whole characters of all planes, control characters and what JSON gives a meaning. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, Character.MAX_CODE_POINT),
                        Arbitraries.of(
                                "\n\r\t\0\"\\{}[]:,\u2028".chars().boxed().toList()))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMaxSize(8)
                .map(characters -> String.join("", characters));
    }
}
