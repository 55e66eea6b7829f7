package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    @DisplayName("15.4 The plan of the user document's Enterprise example")
    void enterpriseExample() {
        assertThat(plan(GoldenFile.resource("/snippets/enterprise-deployment.txt"), 0))
                .containsExactly(
                        "Task 0: deploy-controller: validate_deployment_readiness [local, next=exit_0, on_failure=99]",
                        "Task 5: PARALLEL 6,7,8 [max_parallel=3, retry_failed=true, retry_count=2, next=all_success,"
                                + " on_failure=90]",
                        "  Task 6 (sub-task of 5): web1.prod.com: deploy_application v2.1.0 [pbrun, timeout=180]",
                        "  Task 7 (sub-task of 5): web2.prod.com: deploy_application v2.1.0 [pbrun, timeout=180]",
                        "  Task 8 (sub-task of 5): web3.prod.com: deploy_application v2.1.0 [pbrun, timeout=180]",
                        "Task 10: CONDITIONAL @5_success_count@>=2 ? 15 : 90",
                        "  Task 15 (sub-task of 10): notification.service.com: send_notification"
                                + " \"Deployment successful: @5_success_count@/3 servers\" [local, next=never, return=0]",
                        "  Task 90 (sub-task of 10): deploy-controller: initiate_rollback [local]",
                        "Task 99: notification.service.com: send_alert \"Deployment failed: @0_stderr@\""
                                + " [local, return=1]",
                        "9 tasks");
    }

    @Test
    @DisplayName("15.4 Values are shown as written, and the plan begins with the start task")
    void valuesAsWritten() {
        String text = "HOST=web1\ntask=0\nhostname=h\ncommand=c\ntask=1\nhostname=@HOST@\ncommand=c\narguments=\t\n"
                + "condition=@0_success@\nsuccess=exit_1\nsleep=2\nloop=@0_stdout@\nloop_break=stdout~x\non_success=0\n"
                + "task=2\nreturn=@0_exit@\ncondition=@HOST@!=\n"
                + "task=3\ntype=conditional\ncondition=true\nif_false_tasks=2\ntimeout=60\n";

        assertThat(plan(text, 1))
                .containsExactly(
                        "Task 1: @HOST@: c [wwrs, condition=@0_success@, success=exit_1, sleep=2, next=loop,"
                                + " loop=@0_stdout@, loop_break=stdout~x, on_success=0]",
                        "Task 3: CONDITIONAL true ? - : 2 [timeout=60]",
                        "  Task 2 (sub-task of 3): RETURN @0_exit@ [condition=@HOST@!=]",
                        "3 tasks");
    }

    @Test
    @DisplayName("15.4 sub-tasks follow their group, also if other tasks have ids in between")
    void membersFollowTheirGroup() {
        String text = "task=6\ntype=parallel\ntasks=8,9\ntask=7\nhostname=h\ncommand=c\n"
                + "task=8\nhostname=h\ncommand=c\ntask=9\nhostname=h\ncommand=c\n";

        assertThat(plan(text, 0))
                .extracting(line ->
                        line.strip().split("[ :]")[0] + " " + line.strip().split("[ :]")[1])
                .containsExactly("Task 6", "Task 8", "Task 9", "Task 7", "4 tasks");
    }

    @Test
    @DisplayName("15.4 Control characters are shown as \\xHH")
    void controlCharactersAreShown() {
        assertThat(plan("task=0\nhostname=h\ncommand=c\narguments=a\u001b[2Jb\n", 0)
                        .get(0))
                .isEqualTo("Task 0: h: c a\\x1B[2Jb [wwrs]");
    }

    private static List<String> plan(String text, long start) {
        return Plan.lines(
                Workflow.of(TaskFileParser.parse(text), Map.of()), new TaskId(start), "wwrs", HostSources.none());
    }
}
