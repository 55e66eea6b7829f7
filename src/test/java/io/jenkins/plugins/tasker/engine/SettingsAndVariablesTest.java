package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.ResultName;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsAndVariablesTest {

    private static Duration timeLimit(String timeout) {
        return Flow.of("0 exit 0;timeout=" + timeout)
                .run()
                .runner
                .started
                .get(0)
                .timeLimit();
    }

    @Test
    @DisplayName("4.1 the timeout of a task overrides that of the run")
    void timeout() {
        assertThat(timeLimit("60")).isEqualTo(Duration.ofSeconds(60));
        assertThat(Flow.of("0 exit 0").run().runner.started.get(0).timeLimit()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("4.4 a timeout outside 5-3600 is clamped; a text that is not a number is replaced by that of the run")
    void timeoutRange() {
        assertThat(timeLimit("1")).isEqualTo(Duration.ofSeconds(5));
        assertThat(timeLimit("99999")).isEqualTo(Duration.ofSeconds(3600));
        assertThat(timeLimit("soon")).isEqualTo(Duration.ofSeconds(30));
        assertThat(Flow.of("0 exit 0;timeout=soon").run().notes(Level.WARN)).hasSize(1);
    }

    @Test
    @DisplayName("4.6 a time limit from a result above the limit of the administrator is clamped with a warning")
    void upperLimitOfTimeLimit() {
        Flow flow = Flow.of("0 out 600", "1 exit 0;timeout=@0_stdout@")
                .limits(60, 9)
                .run();

        assertThat(flow.runner.started.get(1).timeLimit()).isEqualTo(Duration.ofSeconds(60));
        assertThat(flow.notes(Level.WARN))
                .singleElement()
                .asString()
                .contains("'timeout': 600 is above the limit that the administrator has set; 60 is used");
    }

    @Test
    @DisplayName("4.6 tasks above the limit of the administrator wait, with a warning")
    void upperLimitOfTasksAtOnce() {
        Flow flow = Flow.of(
                        "0 out 3",
                        "1;type=parallel;tasks=2,3,4;max_parallel=@0_stdout@",
                        "2 exit 0",
                        "3 exit 0",
                        "4 exit 0")
                .limits(60, 2)
                .run();

        assertThat(flow.events)
                .filteredOn(RunEvent.GroupStarted.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((RunEvent.GroupStarted) event).maxParallel())
                        .isEqualTo(2));
        assertThat(flow.notes(Level.WARN)).singleElement().asString().contains("'max_parallel': 3 is above the limit");
    }

    @Test
    @DisplayName("4.4 a return value that is not a number at run time ends with 50, one outside 0-255 with 53")
    void returnValue() {
        assertThat(Flow.of("0 out x", "1;return=@0_stdout@").run().exitCode()).isEqualTo(50);
        assertThat(Flow.of("0 out 256", "1;return=@0_stdout@").run().exitCode()).isEqualTo(53);
        assertThat(Flow.of("0 out 255", "1;return=@0_stdout@").run().exitCode()).isEqualTo(255);
    }

    @Test
    @DisplayName("4.3 an execution type that is unknown at run time ends the run with 51")
    void executionType() {
        assertThat(Flow.of("0 out ssch", "1 exit 0;exec=@0_stdout@").run().exitCode())
                .isEqualTo(51);
        assertThat(Flow.of("0;type=parallel;tasks=1,2;max_parallel=1", "1 exit 0;exec=ssch", "2 exit 0")
                        .run()
                        .exitCode())
                .isEqualTo(51);
    }

    @Test
    @DisplayName("5.9 a host name that a result makes unacceptable is rejected before the task starts, with 126")
    void hostname() {
        Flow flow = Flow.of(
                        "0 out -oProxyCommand=x",
                        "1 exit 0;exec=pbrun;hostname=@0_stdout@",
                        "2 exit 0;exec=ssh;hostname=a b")
                .run();
        assertThat(flow.result(1).exitCode()).isEqualTo(126);
        assertThat(flow.result(1).stderr()).contains("'-oProxyCommand=x' is not acceptable");
        assertThat(flow.result(2).exitCode()).isEqualTo(126);
        assertThat(flow.runner.started).hasSize(1);
    }

    @Test
    @DisplayName("5.5 unbalanced quotes at run time set exit code 126 and start nothing")
    void unbalancedQuotes() {
        Flow flow = Flow.of("0 out it's").run();
        assertThat(flow.result(0).exitCode()).isEqualTo(126);
        assertThat(flow.runner.started).isEmpty();
    }

    @Test
    @DisplayName("6.1 success, counts and conditions test the selected element of a split")
    void split() {
        Flow flow = Flow.of("0 out a,b,c;stdout_split=comma,1;success=stdout=b;next=stdout=b", "1 out @0_stdout@")
                .run();
        assertThat(flow.exitCode()).isZero();
        assertThat(flow.commandLine(1)).isEqualTo("out b");
    }

    @Test
    @DisplayName("6.2 without such an element the output stays whole, with a warning")
    void splitWithoutElement() {
        Flow flow = Flow.of("0 out a,b;stdout_split=comma,7").run();
        assertThat(flow.result(0).stdout()).isEqualTo("a,b\n");
        assertThat(flow.notes(Level.WARN)).hasSize(1);
    }

    @Test
    @DisplayName("6.3 variables keep 4096 characters; conditions of the task test the whole output")
    void truncation() {
        String longText = "x".repeat(5000) + "END";
        Flow flow = Flow.of("T=" + longText, "0 out @T@;next=stdout~END", "1 exit 0;condition=@0_stdout@~END")
                .run();
        assertThat(flow.result(0).stdout()).hasSize(4096);
        assertThat(flow.skipped()).isEqualTo("1");
    }

    @Test
    @DisplayName("6.5 success needs the condition and every required number of lines")
    void success() {
        assertThat(Flow.of("0 out a;stdout_count=1;next=success").run().exitCode())
                .isZero();
        assertThat(Flow.of("0 out a;stdout_count=2;next=success").run().exitCode())
                .isEqualTo(14);
        assertThat(Flow.of("0 out a;stdout_count=1;success=exit_1;next=success")
                        .run()
                        .exitCode())
                .isEqualTo(14);
        assertThat(Flow.of("0 out a;stderr_count=0;next=success").run().exitCode())
                .isZero();
        assertThat(Flow.of("0 out a;stdout_count=many;next=success").run().exitCode())
                .isEqualTo(14);
    }

    @Test
    @DisplayName(
            "7.1 results insert stdout without the newlines at its end, times with offset and durations with three decimals")
    void forms() {
        TaskResult result = new TaskResult(
                "web1",
                TaskStatus.SUCCESS,
                "a\nb\n\n",
                0,
                "",
                Instant.parse("2024-01-15T13:30:15.4Z"),
                Duration.ofMillis(1234),
                Optional.empty());
        assertThat(result.value(ResultName.STDOUT)).contains("a\nb");
        assertThat(result.value(ResultName.EXIT)).contains("0");
        assertThat(result.value(ResultName.SUCCESS)).contains("true");
        assertThat(result.value(ResultName.DURATION)).contains("1.234");
        assertThat(result.value(ResultName.START_TIME).orElseThrow())
                .matches("2024-01-1[456]T\\d\\d:\\d\\d:15[+-]\\d\\d:\\d\\d");
        assertThat(result.value(ResultName.SUCCESS_COUNT)).isEmpty();
    }

    @Test
    @DisplayName("7.3 results are inserted once and never scanned again")
    void notScannedAgain() {
        Flow flow = Flow.of("0 out @1_stdout@", "1 out x", "2 out @0_stdout@").run();
        assertThat(flow.commandLine(2)).isEqualTo("out @1_stdout@");
    }

    @Test
    @DisplayName("7.5 a reference to a task without result stays as written, with a warning")
    void unresolved() {
        Flow flow = Flow.of("0 out @5_stdout@", "5 exit 0").run();
        assertThat(flow.commandLine(0)).isEqualTo("out @5_stdout@");
        assertThat(flow.notes(Level.WARN))
                .containsExactly("no value for @5_stdout@ in 'arguments'; it stays as written");
    }

    @Test
    @DisplayName("7.6 the result of the last repetition counts")
    void lastResult() {
        assertThat(Flow.of("0 count;loop=2", "1 out @0_stdout@").run().commandLine(1))
                .isEqualTo("out 3");
    }

    @Test
    @DisplayName("7.7 a skipped task has exit code -1, no success and no output; a return task has its code")
    void skippedAndReturned() {
        Flow flow = Flow.of("0 exit 0;condition=false", "1 out [@0_exit_code@,@0_success@,@0_stdout@,@0_duration@]")
                .run();
        assertThat(flow.commandLine(1)).isEqualTo("out [-1,false,,0.000]");
        Flow returned = Flow.of("0;type=parallel;tasks=1;next=always", "1;return=3", "2 out @1_exit_code@@1_success@")
                .run();
        assertThat(returned.commandLine(2)).isEqualTo("out 3false");
    }

    @Test
    @DisplayName("15.9 restored results resolve as if their tasks had run")
    void restored() {
        TaskResult earlier = new TaskResult(
                "h", TaskStatus.SUCCESS, "id-7\n", 0, "", Instant.now(), Duration.ZERO, Optional.empty());
        Flow flow = Flow.of("3 out never", "5 out @3_stdout@")
                .startFrom(5)
                .restoring(3, earlier)
                .run();
        assertThat(flow.executed()).isEqualTo("5");
        assertThat(flow.commandLine(5)).isEqualTo("out id-7");
    }

    @Test
    @DisplayName("7.4 each repetition substitutes anew")
    void anewForEachRepetition() {
        Flow flow = Flow.of("0 count @0_exit_code@;loop=1").run();
        assertThat(flow.runner.started.get(0).argv()).containsExactly("count", "@0_exit_code@");
        assertThat(flow.runner.started.get(1).argv()).containsExactly("count", "0");
    }

    @Test
    @DisplayName("8.8 condition is evaluated without a current result: exit code 0, both outputs empty, success")
    void nothingYet() {
        Flow flow = Flow.of("0 exit 1", "1 exit 0;condition=exit_0&stdout~&stderr_count=0&success")
                .run();
        assertThat(flow.executed()).isEqualTo("0 1");
    }

    @Test
    @DisplayName("8.11 a condition that cannot be evaluated ends nothing")
    void conditionsEndNothing() {
        Flow flow = Flow.of("0 exit 0;condition=@9_stdout@>(", "1 exit 0;success=banana", "2 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("1 2");
        assertThat(flow.exitCode()).isZero();
    }
}
