package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.taskfile.ResultName;
import io.jenkins.plugins.tasker.text.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupTest {

    @Test
    @DisplayName("11.1 sub-tasks start in list order, at most max_parallel at a time")
    void maxParallel() {
        Flow flow = Flow.of("0;type=parallel;tasks=3,1,2;max_parallel=2", "1 slow a", "2 slow b", "3 slow c")
                .run();
        assertThat(flow.executed()).isEqualTo("0-3 0-1 0-2");
        assertThat(flow.runner.mostAtOnce()).isEqualTo(2);
    }

    @Test
    @DisplayName("11.1 without max_parallel, all sub-tasks run at once")
    void allAtOnce() {
        Flow flow = Flow.of("0;type=parallel;tasks=1,2,3", "1 slow a", "2 slow b", "3 slow c")
                .run();
        assertThat(flow.runner.mostAtOnce()).isEqualTo(3);
    }

    @Test
    @DisplayName("11.2 a sub-task honours condition and success, and ignores next, jumps and loop")
    void subTaskFields() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3",
                        "1 exit 0; condition=false",
                        "2 exit 5; success=exit_5",
                        "3 exit 0; next=never; on_success=9; loop=3",
                        "4 exit 0; next=never",
                        "9 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-2 0-3 4");
        assertThat(flow.result(0).stdout()).isEqualTo("Parallel execution: 2/3 successful, 1 skipped");
    }

    @Test
    @DisplayName("11.5 failed sub-tasks are retried up to retry_count times and the last attempt counts")
    void retries() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2;retry_failed=true;retry_count=2;retry_delay=0;max_parallel=1",
                        "1 fail-times 2",
                        "2 fail-times 9")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 0-1.1 0-1.2 0-2 0-2.1 0-2.2");
        assertThat(flow.result(1).success()).isTrue();
        assertThat(flow.result(2).success()).isFalse();
        assertThat(flow.exitCode()).isEqualTo(14);
    }

    @Test
    @DisplayName("16.9 a retry is logged with its number")
    void retryIsLogged() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1;retry_failed=true;retry_count=2;retry_delay=0;next=always",
                        "1 fail-times 9")
                .run();
        assertThat(flow.notes(Level.INFO))
                .containsExactly("will be retried, retry 1 of 2", "will be retried, retry 2 of 2");
    }

    @Test
    @DisplayName("16.9 the condition that selects a branch is logged")
    void branchConditionIsLogged() {
        Flow flow = Flow.of("0 out web", "1;type=conditional;condition=@0_stdout@~db;if_true_tasks=2", "2 exit 0")
                .run();
        assertThat(flow.notes(Level.INFO)).containsExactly("Condition '@0_stdout@~db' is false");
    }

    @Test
    @DisplayName("11.5 time-outs, skipped sub-tasks and sub-tasks with return are not retried")
    void noRetries() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3;retry_failed=TRUE;retry_delay=0;next=always",
                        "1 timeout",
                        "2 exit 0;condition=false",
                        "3 exit 1;return=2")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 0-3");
    }

    @Test
    @DisplayName("11.6 sub-tasks do not see each other's results of the same round")
    void resultsOfTheRound() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2;max_parallel=1", "1 out one", "2 out @1_stdout@", "3 out @1_stdout@")
                .run();
        assertThat(flow.commandLine(2)).isEqualTo("out @1_stdout@");
        assertThat(flow.commandLine(3)).isEqualTo("out one");
    }

    @Test
    @DisplayName("11.7 the result of the parent holds counts, failed ids and timed out ids")
    void parentResult() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3,4;next=always",
                        "1 exit 0",
                        "2 exit 1",
                        "3 timeout",
                        "4 exit 0;condition=false")
                .run();
        TaskResult parent = flow.result(0);
        assertThat(parent.stdout()).isEqualTo("Parallel execution: 1/4 successful, 1 timeout, 2 failed, 1 skipped");
        assertThat(parent.stderr()).isEqualTo("Failed tasks: [2, 3]. Timeout tasks: [3]");
        assertThat(parent.exitCode()).isEqualTo(1);
        assertThat(parent.value(ResultName.FAILED_COUNT)).contains("2");
        assertThat(parent.value(ResultName.TIMEOUT_COUNT)).contains("1");
        assertThat(parent.value(ResultName.HOSTNAME)).contains("parallel");
    }

    @Test
    @DisplayName("11.8 group tests leave skipped sub-tasks out and combine with other tests")
    void groupTests() {
        String[] subTasks = {"1 exit 0", "2 exit 0", "3 exit 1", "4 exit 0;condition=false"};
        assertThat(next("all_success", subTasks)).isEqualTo(14);
        assertThat(next("any_success", subTasks)).isZero();
        assertThat(next("majority_success", subTasks)).isZero();
        assertThat(next("min_success=2", subTasks)).isZero();
        assertThat(next("min_success=3", subTasks)).isEqualTo(14);
        assertThat(next("max_success=1", subTasks)).isEqualTo(14);
        assertThat(next("min_failed=1", subTasks)).isZero();
        assertThat(next("max_failed=0", subTasks)).isEqualTo(14);
        assertThat(next("success", subTasks)).isEqualTo(14);
        assertThat(next("min_success=2&stderr~[3]", subTasks)).isZero();
    }

    private static int next(String condition, String... subTasks) {
        String[] tasks = new String[subTasks.length + 1];
        tasks[0] = "0;type=parallel;tasks=1,2,3,4;next=" + condition;
        System.arraycopy(subTasks, 0, tasks, 1, subTasks.length);
        return Flow.of(tasks).run().exitCode();
    }

    @Test
    @DisplayName("11.8 a group whose sub-tasks were all skipped is successful, with a warning")
    void allSkipped() {
        Flow flow =
                Flow.of("0;type=parallel;tasks=1", "1 exit 0;condition=false").run();
        assertThat(flow.exitCode()).isZero();
        assertThat(flow.notes(Level.WARN)).containsExactly("all sub-tasks were skipped");
    }

    @Test
    @DisplayName("11.9 return in a parallel group is only the result of the sub-task")
    void returnInAGroup() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3;next=always",
                        "1;return=0",
                        "2 exit 0;return=3",
                        "3 exit 1;return=0",
                        "4 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-2 0-3 4");
        assertThat(flow.result(0).stderr()).isEqualTo("Failed tasks: [2]");
        assertThat(flow.result(2).exitCode()).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "12.1 the tasks of a branch run one after another, see earlier results, and a failure does not stop them")
    void branch() {
        Flow flow = Flow.of(
                        "0;type=conditional;condition=true;if_true_tasks=2,1,3;if_false_tasks=4",
                        "1 exit 1",
                        "2 out two",
                        "3 out @2_stdout@",
                        "4 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-2 0-1 0-3");
        assertThat(flow.commandLine(3)).isEqualTo("out two");
        assertThat(flow.runner.mostAtOnce()).isEqualTo(1);
    }

    @Test
    @DisplayName("12.2 the result of the parent names the branch, and retries apply in it")
    void branchResult() {
        Flow flow = Flow.of(
                        "0;type=conditional;condition=@X@=1;if_true_tasks=1;if_false_tasks=2;retry_failed=true;retry_delay=0",
                        "X=0",
                        "1 exit 0",
                        "2 exit 1")
                .run();
        assertThat(flow.executed()).isEqualTo("0-2 0-2.1");
        assertThat(flow.result(0).stdout()).isEqualTo("Conditional FALSE branch: 0/1 successful, 1 failed");
    }

    @Test
    @DisplayName("11.7 a member that is successful although it timed out counts as successful everywhere")
    void successfulTimeOut() {
        Flow run = Flow.of("0;type=parallel;tasks=1,2", "1 timeout;success=exit_124", "2 timeout")
                .run();

        assertThat(run.result(0).stdout()).isEqualTo("Parallel execution: 1/2 successful, 1 timeout, 1 failed");
        RunTotals totals = RunRecord.of(run.events).totals();
        assertThat(totals.timedOut()).isEqualTo(1);
        assertThat(totals.successful()).isEqualTo(1);
    }

    @Test
    @DisplayName("12.3 an empty branch is successful with counts of 0")
    void emptyBranch() {
        Flow flow = Flow.of("0;type=conditional;condition=false;if_true_tasks=1;on_success=5", "1 exit 0", "5 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("5");
        assertThat(flow.result(0).stdout()).isEqualTo("Conditional FALSE branch: 0/0 successful");
    }

    @Test
    @DisplayName("12.4 without next, the task after a failed branch follows, or on_failure")
    void failedBranch() {
        assertThat(Flow.of("0;type=conditional;condition=true;if_true_tasks=1", "1 exit 1", "2 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0-1 2");
        assertThat(Flow.of(
                                "0;type=conditional;condition=true;if_true_tasks=1;on_failure=9",
                                "1 exit 1",
                                "2 exit 0",
                                "9 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0-1 9");
    }

    @Test
    @DisplayName("12.5 return in a branch ends the run after its command, unless it is skipped")
    void returnInABranch() {
        Flow flow = Flow.of(
                        "0;type=conditional;condition=true;if_true_tasks=1,2,3",
                        "1;return=5;condition=false",
                        "2 exit 1;return=6;on_failure=9",
                        "3 exit 0",
                        "9 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-2");
        assertThat(flow.exitCode()).isEqualTo(6);
    }

    @Test
    @DisplayName("9.10 a group with an undefined id stops the run with 14")
    void undefinedSubTask() {
        Flow flow = Flow.of("0;type=parallel;tasks=1,2", "1 exit 0").run();
        assertThat(flow.exitCode()).isEqualTo(14);
        assertThat(flow.executed()).isEmpty();
    }

    @Test
    @DisplayName("11.3 the parent honours condition, sleep, next and its jumps")
    void parentFields() {
        assertThat(Flow.of("0;type=parallel;tasks=1;condition=false", "1 exit 0", "2 exit 0")
                        .run()
                        .executed())
                .isEqualTo("2");
        long before = System.nanoTime();
        Flow flow = Flow.of("0;type=parallel;tasks=1;sleep=0.2;next=any_success;on_failure=3", "1 exit 1", "3 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 3");
        assertThat(System.nanoTime() - before).isGreaterThan(200_000_000L);
    }
}
