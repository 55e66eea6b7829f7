package io.jenkins.plugins.tasker.report;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.SampleRun;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusReasonTest {

    @ParameterizedTest
    @CsvSource({
        "3, exit code 3",
        "124, exit code 124: time limit of 30 s exceeded",
        "126, exit code 126: not started",
        "127, exit code 127: program not found",
        "137, exit code 137: ended by signal KILL",
        "143, exit code 143: ended by signal TERM"
    })
    void exitCodeIsExplained(int exitCode, String reason) {
        assertThat(reason(new SampleRun().task(key(0), "h", "x", exitCode, "", 5)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @DisplayName(
            "5.12 Where only the program on this machine was ended, the reason says that the command may still run on the host")
    @CsvSource({
        "ssh, web1, 'ssh -o BatchMode=yes web1 backup', 143, exit code 143: ended by signal TERM; the command may still run on web1",
        "ssh, web1, 'ssh -l root@web1 backup', 137, exit code 137: ended by signal KILL; the command may still run on web1",
        "pbrun, web1, 'pbrun -n -h web1 backup', 124, exit code 124: time limit of 30 s exceeded; the command may still run on web1",
        "local, web1, 'ping web1', 143, exit code 143: ended by signal TERM",
        "agent, web1, 'web1: backup', 143, exit code 143: ended by signal TERM",
        "ssh, web1, 'ssh web1 backup', 3, exit code 3"
    })
    void remains(String type, String host, String commandLine, int exitCode, String reason) {
        SampleRun run = new SampleRun()
                .add(new RunEvent.TaskStarted(Instant.EPOCH, type, key(0), host, Duration.ofSeconds(30), commandLine))
                .end(key(0), exitCode, "", "", 5, false);

        assertThat(reason(run)).isEqualTo(reason);
    }

    @Test
    void successHasNoReason() {
        assertThat(reason(new SampleRun().task(key(0), "h", "x", 0, "", 5))).isEmpty();
    }

    @Test
    void successConditionIsTheReason() {
        SampleRun run = new SampleRun()
                .start(key(0), "h", "x")
                .add(new RunEvent.SuccessEvaluated(key(0), "stdout~OK", false))
                .end(key(0), 1, "", "", 5, false);

        assertThat(reason(run)).isEqualTo("success condition 'stdout~OK' is false, exit code 1");
    }

    @Test
    void lineCountIsTheReasonIfTheConditionHolds() {
        SampleRun run = new SampleRun()
                .start(key(0), "h", "x")
                .add(new RunEvent.SuccessEvaluated(key(0), "true", true))
                .end(key(0), 1, "", "", 5, false);

        assertThat(reason(run)).isEqualTo("output has the wrong number of lines, exit code 1");
    }

    @Test
    void groupNamesItsFailedTasks() {
        SampleRun run = new SampleRun().group(key(5), 1, 7).groupEnd(key(5), new GroupCounts(0, 1, 0, 0), 5);

        assertThat(reason(run)).isEqualTo("Failed tasks: [7]");
    }

    @Test
    void reasonOfATaskNotStartedInTimeIsItsStderr() {
        SampleRun run = new SampleRun()
                .end(member(5, 7, 0, 0), 124, "", "not started: the time limit of the group was exceeded", 0, false);

        assertThat(reason(run)).isEqualTo("not started: the time limit of the group was exceeded");
    }

    private static String reason(SampleRun run) {
        return StatusReason.of(run.record().tasks().get(0));
    }
}
