package io.jenkins.plugins.tasker.report.log;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-15T13:30:15Z"), ZoneId.of("Europe/Berlin"));

    private final List<String> lines = new ArrayList<>();
    private final RunRecordBuilder state = new RunRecordBuilder();

    @Test
    @DisplayName("16.1 a line has local time, level and text")
    void linesHaveTimeAndLevel() {
        log(Level.INFO).write(Level.WARN, "be careful");

        assertThat(lines).containsExactly("[2024-01-15 14:30:15] [WARN] be careful");
    }

    @Test
    @DisplayName("16.1 lines below the log level are omitted")
    void levelsAreFiltered() {
        RunLog log = log(Level.WARN);
        for (Level level : Level.values()) {
            log.write(level, "a line");
        }
        assertThat(texts()).containsExactly("[ERROR] a line", "[WARN] a line");
    }

    @Test
    @DisplayName("16.1 start and end lines and the final exit code are logged at every level")
    void startAndEndAreAlwaysLogged() {
        RunLog log = log(Level.ERROR);
        log.always("Log file: /var/log/deploy.log");
        emit(log, new SampleRun().task(key(0), "h", "true", 0, "", 5).runEnd(0, "no task follows task 0", key(0)));

        assertThat(texts())
                .containsExactly(
                        "[INFO] Log file: /var/log/deploy.log",
                        "[INFO] === deploy.txt: run starts at task 0 ===",
                        "[INFO] === Run ended: no task follows task 0 ===",
                        "[INFO] Final exit code: 0");
    }

    @Test
    @DisplayName("16.2 a task logs its command line before the start, exit code and output after the end")
    void taskLogsCommandLineExitCodeAndOutput() {
        emit(
                log(Level.INFO),
                new SampleRun()
                        .start(key(3), "web1", "pbrun -n -h web1 systemctl status nginx")
                        .add(ended(key(3), 3, "inactive\n", "unit not found\n"))
                        .end(key(3), 3, "inactive\n", "unit not found\n", 1234, false)
                        .move(key(3), 9, true, "'next=exit_0' is not satisfied"));

        assertThat(tail(6))
                .containsExactly(
                        "[INFO] Task 3: Executing [local]: pbrun -n -h web1 systemctl status nginx",
                        "[INFO] Task 3: Exit code: 3",
                        "[INFO] Task 3: STDOUT: inactive",
                        "[INFO] Task 3: STDERR: unit not found",
                        "[INFO] Task 3: Ended: failed after 1.234 s",
                        "[INFO] Task 3: 'next=exit_0' is not satisfied, jumping to Task 9");
    }

    @Test
    @DisplayName("16.2 a dry run shows what would be executed and no duration")
    void dryRunLogsCommandLineWithoutDuration() {
        emit(log(Level.INFO), new SampleRun(true).task(key(3), "web1", "id -un", 0, "", 0));

        assertThat(tail(1)).containsExactly("[INFO] Task 3: [DRY RUN] Would execute: id -un");
    }

    @Test
    @DisplayName("16.2 a success condition is logged with its value")
    void successConditionIsLoggedWithItsValue() {
        emit(
                log(Level.INFO),
                new SampleRun()
                        .add(new RunEvent.SuccessEvaluated(key(1), "stdout~OK", true))
                        .add(new RunEvent.SuccessEvaluated(key(1), "exit_0", false)));

        assertThat(tail(2))
                .containsExactly(
                        "[INFO] Task 1: Success condition 'stdout~OK' evaluated to: True",
                        "[INFO] Task 1: Success condition 'exit_0' evaluated to: False");
    }

    @Test
    @DisplayName("16.2 a skip is logged with its condition")
    void skipIsLoggedWithItsCondition() {
        emit(log(Level.INFO), new SampleRun().skip(key(4), "@ENV@=production"));

        assertThat(tail(1)).containsExactly("[INFO] Task 4: Condition '@ENV@=production' is false, skipping task");
    }

    @Test
    @DisplayName("16.2 a parallel group and a branch log their start")
    void groupsLogTheirStart() {
        List<TaskId> members = List.of(new TaskId(6), new TaskId(7), new TaskId(8));
        emit(
                log(Level.INFO),
                new SampleRun()
                        .add(new RunEvent.GroupStarted(
                                SampleRun.START,
                                key(5),
                                Optional.empty(),
                                members,
                                2,
                                Optional.of(Duration.ofSeconds(60))))
                        .groupEnd(key(5), new GroupCounts(2, 1, 0, 0), 20)
                        .add(new RunEvent.GroupStarted(
                                SampleRun.START, key(9), Optional.of(false), List.of(), 1, Optional.empty())));

        assertThat(tail(6))
                .containsExactly(
                        "[INFO] Task 5: Starting parallel execution of 3 tasks",
                        "[INFO] Task 5: Tasks: 6, 7, 8, at most 2 at a time, time limit 1 min",
                        "[INFO] Task 5: Parallel execution: 2/3 successful. Failed tasks: [7]",
                        "[INFO] Task 5: Ended: failed after 0.020 s",
                        "[INFO] Task 9: Executing FALSE branch",
                        "[INFO] Task 9: Tasks: none");
    }

    @Test
    @DisplayName("16.2 a return is logged with its code")
    void returnIsLoggedWithItsCode() {
        emit(log(Level.INFO), new SampleRun().add(new RunEvent.Returned(key(99), 7)));

        assertThat(tail(1)).containsExactly("[INFO] Task 99: Returning with exit code 7");
    }

    @Test
    @DisplayName("16.3 repetitions, sub-tasks and retries have their labels")
    void labelsNameTheAttempt() {
        emit(
                log(Level.INFO),
                new SampleRun()
                        .start(repeated(2, 1), "h", "a")
                        .start(member(5, 6, 0, 0), "h", "b")
                        .start(member(5, 6, 0, 2), "h", "c"));

        assertThat(tail(3))
                .containsExactly(
                        "[INFO] Task 2.1: Executing [local]: a",
                        "[INFO] Task 5-6: Executing [local]: b",
                        "[INFO] Task 5-6.2: Executing [local]: c");
    }

    @Test
    @DisplayName(
            "16.3 control characters of commands and conditions are escaped, so that they cannot forge a line or control a terminal")
    void controlCharactersAreVisible() {
        emit(log(Level.INFO), new SampleRun().start(key(0), "h", "echo a\n[2024-01-15] b\u001b[31m\t\u007f\u009b"));

        assertThat(tail(1))
                .containsExactly("[INFO] Task 0: Executing [local]: echo a\\n[2024-01-15] b\\x1B[31m\\x09\\x7F\\x9B");
    }

    @Test
    @DisplayName("16.9 the end logs problems, totals, wall time and the five slowest tasks")
    void endLogsProblemsTotalsAndSlowestTasks() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 6; i++) {
            run.task(key(i), "web" + i, "job", 0, "", 100 * (i + 1));
        }
        run.skip(key(6), "false")
                .group(key(7), 2, 8)
                .start(member(7, 8, 0, 0), "db1", "x")
                .pause(50)
                .end(member(7, 8, 0, 0), 1, "", "", 50, true)
                .pause(1000)
                .start(member(7, 8, 0, 1), "db1", "x")
                .pause(50)
                .end(member(7, 8, 0, 1), 124, "", "", 50, false)
                .groupEnd(key(7), new GroupCounts(0, 1, 1, 0), 1100)
                .runEnd(14, "Task 7: 'next=all_success' is not satisfied and there is no 'on_failure'", key(7));
        emit(log(Level.INFO), run);

        assertThat(tail(11))
                .containsExactly(
                        "[INFO] === Run ended: Task 7: 'next=all_success' is not satisfied and there is no"
                                + " 'on_failure' ===",
                        "[INFO] Timed out: Task 7-8.1 on db1: exit code 124: time limit of 30 s exceeded",
                        "[INFO] Tasks: 7 executed, 6 successful, 0 failed, 1 timed out, 1 skipped, 1 retried",
                        "[INFO] Wall time: 3.200 s",
                        "[INFO] Slowest tasks:",
                        "[INFO]   1.100 s  Task 7-8.1 on db1",
                        "[INFO]   0.600 s  Task 5 on web5",
                        "[INFO]   0.500 s  Task 4 on web4",
                        "[INFO]   0.400 s  Task 3 on web3",
                        "[INFO]   0.300 s  Task 2 on web2",
                        "[INFO] Final exit code: 14");
    }

    @Test
    void failingSinkIsRemovedAndTheOthersLogTheReason() {
        RunLog log = log(Level.INFO);
        int[] calls = {0};
        log.add((level, text) -> {
            calls[0]++;
            throw new IOException("No space left on device");
        });
        log.write(Level.INFO, "one");
        log.write(Level.INFO, "two");

        assertThat(calls[0]).isEqualTo(1);
        assertThat(texts())
                .containsExactlyInAnyOrder(
                        "[INFO] one",
                        "[ERROR] a destination of the log failed; the log continues without it: No space left on device",
                        "[INFO] two");
    }

    private static RunEvent ended(TaskKey task, int exitCode, String stdout, String stderr) {
        CommandResult result =
                new CommandResult(exitCode, false, Output.of(stdout), Output.of(stderr), Duration.ofMillis(1234));
        return new RunEvent.CommandEnded(task, result, Secrets.NONE, true);
    }

    private RunLog log(Level level) {
        return new RunLog(level, CLOCK, state::record, List.of((lineLevel, text) -> lines.add(text)));
    }

    private void emit(RunLog log, SampleRun run) {
        run.events().forEach(event -> {
            state.event(event);
            log.event(event);
        });
    }

    private List<String> texts() {
        return lines.stream()
                .map(line -> line.substring("[2024-01-15 14:30:15] ".length()))
                .toList();
    }

    private List<String> tail(int count) {
        return texts().subList(lines.size() - count, lines.size());
    }
}
