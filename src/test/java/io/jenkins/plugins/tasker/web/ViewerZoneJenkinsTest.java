package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.TimeZoneProperty;
import hudson.model.User;
import io.jenkins.plugins.tasker.steps.TaskerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ViewerZoneJenkinsTest {

    @Test
    @DisplayName("pages show times in the time zone of the viewer")
    void zoneOfTheViewer(JenkinsRule jenkins) throws Exception {
        ApprovalJenkinsTest.Users users = ApprovalJenkinsTest.Users.in(jenkins);
        FreeStyleProject job = jenkins.createFreeStyleProject("deploy");
        job.setScm(new SingleFileSCM("deploy.txt", "task=0\nhostname=h\ncommand=true"));
        TaskerBuilder builder = new TaskerBuilder("deploy.txt");
        builder.type = "local";
        job.getBuildersList().add(builder);
        jenkins.buildAndAssertSuccess(job);

        User.getById("alice", true).addProperty(new TimeZoneProperty("Asia/Kathmandu"));

        assertThat(users.alice().get("job/deploy/1/tasker/1/").body()).contains("Asia/Kathmandu");
        assertThat(users.bob().get("job/deploy/1/tasker/1/").body()).doesNotContain("Asia/Kathmandu");
    }
}
