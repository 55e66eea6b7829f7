package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoopTest {

    @Test
    @DisplayName("10.1 loop=N runs a task N+1 times")
    void repetitions() {
        assertThat(Flow.of("0 exit 0; loop=2; next=loop", "1 exit 0").run().executed())
                .isEqualTo("0 0.1 0.2 1");
    }

    @Test
    @DisplayName("10.2 loop_break is evaluated before COND and the number of repetitions")
    void loopBreak() {
        assertThat(Flow.of("0 count; loop=9; loop_break=stdout=3").run().executed())
                .isEqualTo("0 0.1 0.2");
    }

    @Test
    @DisplayName("10.2 the loop repeats while COND is true")
    void whileCondition() {
        assertThat(Flow.of("0 count; loop=9; next=loop&stdout!=2").run().executed())
                .isEqualTo("0 0.1");
        assertThat(Flow.of("0 count; loop=9; next=stdout!=2&loop").run().executed())
                .isEqualTo("0 0.1");
    }

    @Test
    @DisplayName("10.2 a count that depends on the result of the task is read after each pass")
    void countIsReadAnew() {
        assertThat(Flow.of("0 out 2", "1 exit 0; loop=@0_stdout@").run().executed())
                .isEqualTo("0 1 1.1 1.2");
    }

    @Test
    @DisplayName("10.3 the end of a loop jumps to on_success and never to on_failure")
    void leaving() {
        assertThat(Flow.of(
                                "0 exit 1; loop=1; next=loop&exit_0; on_success=5; on_failure=6",
                                "5 exit 0; next=never",
                                "6 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0 5");
    }

    @Test
    @DisplayName("10.3 the end of a loop returns if there is a return code")
    void leavingReturns() {
        assertThat(Flow.of("0 exit 0; loop=1; next=loop; return=4").run().exitCode())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("10.4 a skipped repetition leaves the loop")
    void skippedRepetition() {
        Flow flow = Flow.of(
                        "1 exit 0; condition=@1_exit_code@=-1; loop=5; on_success=9",
                        "2 count; next=stdout=2; on_failure=1",
                        "9 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("2 1 2");
        assertThat(flow.skipped()).isEqualTo("1 1.1");
    }

    @Test
    @DisplayName("10.4 another visit of a loop starts it anew")
    void anotherVisit() {
        assertThat(Flow.of("0 exit 0; loop=1", "1 count; next=stdout=2; on_failure=0")
                        .run()
                        .executed())
                .isEqualTo("0 0.1 1 0 0.1 1");
    }

    @Test
    @DisplayName("10.5 loop without next acts as next=loop; with another next it has no effect")
    void loopWithoutNext() {
        assertThat(Flow.of("0 exit 0; loop=1").run().executed()).isEqualTo("0 0.1");
        assertThat(Flow.of("0 exit 0; loop=1; next=exit_0").run().executed()).isEqualTo("0");
    }

    @Test
    @DisplayName("10.5 next=loop without loop repeats nothing")
    void nextLoopWithoutLoop() {
        assertThat(Flow.of("0 exit 0; next=loop", "1 exit 0").run().executed()).isEqualTo("0 1");
    }

    @Test
    @DisplayName("10.7 a loop on a parent repeats the whole group")
    void loopOfAGroup() {
        assertThat(Flow.of("0;type=parallel;tasks=1,2;max_parallel=1;loop=1", "1 exit 0", "2 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0-1 0-2 0-1 0-2");
    }

    @Test
    @DisplayName("10.7 a loop on a conditional task evaluates its condition again")
    void loopOfABranch() {
        Flow flow = Flow.of(
                        "0 exit 1",
                        "1;type=conditional;condition=@0_success@;if_true_tasks=3;if_false_tasks=0;loop=1",
                        "3 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("1-0 1-0");
    }
}
