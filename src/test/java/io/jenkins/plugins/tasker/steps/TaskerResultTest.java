package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.DirectoryArchive;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TaskerResultTest {

    @TempDir
    private Path archive;

    @TempDir
    private Path workspace;

    @TempDir
    private Path build;

    @Test
    @DisplayName("a script reads the same results of tasks as variables of the task file")
    void results() throws Exception {
        TaskerResult result = result(
                "task=0",
                "hostname=web1",
                "exec=local",
                "command=sh -c 'echo out; echo err >&2'",
                "task=1",
                "hostname=web1",
                "exec=local",
                "command=false",
                "condition=@0_stdout@=other",
                "task=2",
                "return=0");

        assertThat(result.isSuccess()).isTrue();
        assertThat(result.getExitCode()).isZero();
        assertThat(result.getFinalTask()).isEqualTo("2");
        TaskerTaskResult first = result.getTasks().get("0");
        assertThat(first.isSuccess()).isTrue();
        assertThat(first.getExitCode()).isZero();
        assertThat(first.getStdout()).isEqualTo("out");
        assertThat(first.getStderr()).isEqualTo("err");
        assertThat(first.getHostname()).isEqualTo("web1");
        assertThat(first.getDuration()).isBetween(0.0, 60.0);
        assertThat(result.getTasks().get("1").getExitCode()).isEqualTo(-1);
    }

    @Test
    @DisplayName("a failed run names its exit code and last task")
    void failure() throws Exception {
        TaskerResult result = result(
                "task=0", "hostname=h", "exec=local", "command=sh -c 'exit 7'", "next=exit_0", "task=1", "return=0");

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getExitCode()).isNotZero();
        assertThat(result.getFinalTask()).isEqualTo("0");
        assertThat(result.getTasks()).containsOnlyKeys("0");
        assertThat(result.getTasks().get("0").getExitCode()).isEqualTo(7);
    }

    @Test
    @DisplayName("a run that did not start has no tasks")
    void nothingRun() throws Exception {
        TaskerResult result = result("task=0", "hostname=h", "exec=local");

        assertThat(result.getExitCode()).isEqualTo(20);
        assertThat(result.getFinalTask()).isEmpty();
        assertThat(result.getTasks()).isEmpty();
    }

    @Test
    @DisplayName("a script can keep the result across a restart of Jenkins")
    void serialization() throws Exception {
        TaskerResult result = result("task=0", "hostname=h", "exec=local", "command=echo out", "task=1", "return=0");

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(result);
        }
        TaskerResult restored;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            restored = (TaskerResult) in.readObject();
        }

        assertThat(restored).usingRecursiveComparison().isEqualTo(result);
    }

    private TaskerResult result(String... lines) throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
        BuildContext place = new BuildContext(
                new TestBuild(build),
                new FilePath(workspace.toFile()),
                new EnvVars(),
                TaskListener.NULL,
                Set.of(),
                new DirectoryArchive(archive));
        return new TaskerResult(new JenkinsRun(new TaskerRunStep("deploy.txt").settings(), place).run());
    }
}
