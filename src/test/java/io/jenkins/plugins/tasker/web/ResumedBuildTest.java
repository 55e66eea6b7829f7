package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hudson.AbortException;
import io.jenkins.plugins.tasker.run.RunOutcome;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the build that resumes an earlier one. */
@Timeout(60)
class ResumedBuildTest extends BuildsOfOneJob {

    @Test
    @DisplayName("15.9 the run starts at the chosen task, and references to earlier outputs resolve")
    void goesOn() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        assertThat(run(first, "deploy.txt").exitCode()).isEqualTo(14);
        Files.createFile(workspace.resolve("there"));

        RunOutcome outcome = run(resuming(first, 1, "1"), "deploy.txt");

        assertThat(outcome.isSuccess()).isTrue();
        assertThat(Files.readAllLines(workspace.resolve("ran"))).containsExactly("0", "1", "1");
        assertThat(console())
                .contains("deploy.txt of build #1, task 1 (resume)", "STDOUT: task 0 printed from the first")
                .doesNotContain("has changed");
    }

    @Test
    @DisplayName("15.9 the console lists the changes of the task file since the earlier build")
    void changedFile() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        run(first, "deploy.txt");
        write("deploy.txt", "task=0", "hostname=h", "command=true", "exec=local", "task=1", "return=0");

        run(resuming(first, 1, "1"), "deploy.txt");

        assertThat(console()).contains("the task file has changed since that run");
    }

    @Test
    @DisplayName("a run that the earlier build completed before the resumed one is not repeated")
    void earlierRunOfTheBuild() throws Exception {
        write("prepare.txt", "task=0", "hostname=h", "exec=local", "command=sh -c 'echo p >>prepared; echo done'");
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        run(first, "prepare.txt");
        run(first, "deploy.txt");
        Files.createFile(workspace.resolve("there"));
        TestBuild second = resuming(first, 2, "1");

        RunOutcome prepared = run(second, "prepare.txt");
        RunOutcome deployed = run(second, "deploy.txt");

        assertThat(prepared.record().tasks()).hasSize(1);
        assertThat(Files.readAllLines(workspace.resolve("prepared"))).containsExactly("p");
        assertThat(console()).contains("prepare.txt of build #1 ended with exit code 0; it does not run again");
        assertThat(deployed.isSuccess()).isTrue();
    }

    @Test
    @DisplayName("each of several runs of the same file restores its own results")
    void sameFileTwice() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        Files.createFile(workspace.resolve("there"));
        run(first, "deploy.txt");
        Files.delete(workspace.resolve("there"));
        run(first, "deploy.txt");
        Files.delete(workspace.resolve("ran"));
        Files.createFile(workspace.resolve("there"));
        TestBuild second = resuming(first, 2, "1");

        run(second, "deploy.txt");
        assertThat(workspace.resolve("ran")).doesNotExist();

        run(second, "deploy.txt");
        assertThat(Files.readAllLines(workspace.resolve("ran"))).containsExactly("1");
    }

    @Test
    @DisplayName("a run after the resumed one is repeated, with a warning")
    void laterRunOfTheBuild() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        write("notify.txt", "task=0", "hostname=h", "exec=local", "command=sh -c 'echo n >>notified'");
        TestBuild first = newBuild();
        run(first, "deploy.txt");
        run(first, "notify.txt");
        TestBuild second = resuming(first, 1, "1");

        run(second, "deploy.txt");
        run(second, "notify.txt");

        assertThat(Files.readAllLines(workspace.resolve("notified"))).containsExactly("n", "n");
        assertThat(console()).contains("notify.txt of build #1 ran after the resumed run; it runs again");
    }

    @Test
    @DisplayName("without the earlier build or its record, no task starts")
    void goneOrigin() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        run(first, "deploy.txt");
        TestBuild second = resuming(first, 1, "1");
        Files.delete(RunDirectory.of(first.getRootDir().toPath(), 1).journal());

        assertThatThrownBy(() -> run(second, "deploy.txt"))
                .isInstanceOf(AbortException.class)
                .hasMessage("deploy.txt of build #1 cannot be restored: its record is gone");

        job.removeRun(first);
        TestBuild third = newBuild();
        third.addAction(new ResumeAction(1, 1, "1"));
        assertThatThrownBy(() -> run(third, "deploy.txt"))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("build #1, which this build resumes, was deleted");
        assertThat(Files.readAllLines(workspace.resolve("ran"))).containsExactly("0", "1");
    }

    @Test
    @DisplayName("the page shows how the task file differs from the version that a later build ran")
    void differenceOnThePage() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        run(first, "deploy.txt");
        assertThat(first.getAction(TaskerRunAction.class)
                        .getRuns()
                        .get(0)
                        .getResumeForm()
                        .getChange()
                        .isChanged())
                .isFalse();

        write("deploy.txt", "task=0", "hostname=h", "exec=local", "command=true", "task=1", "return=0");
        run(newBuild(), "deploy.txt");

        TaskFileChange change = first.getAction(TaskerRunAction.class)
                .getRuns()
                .get(0)
                .getResumeForm()
                .getChange();
        assertThat(change.getBuild()).isEqualTo(2);
        assertThat(change.getLines())
                .extracting(TextDifference.Line::getKind, TextDifference.Line::getText)
                .contains(tuple("added", "+return=0"), tuple("removed", "-next=exit_0"), tuple("same", " task=0"));
    }

    @Test
    @DisplayName("a run that was restored once is not repeated by the next resumed build")
    void resumedTwice() throws Exception {
        write("prepare.txt", "task=0", "hostname=h", "exec=local", "command=sh -c 'echo p >>prepared; echo done'");
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        run(first, "prepare.txt");
        run(first, "deploy.txt");
        TestBuild second = resuming(first, 2, "1");
        run(second, "prepare.txt");
        run(second, "deploy.txt");
        Files.createFile(workspace.resolve("there"));
        TestBuild third = resuming(second, 2, "1");

        run(third, "prepare.txt");

        assertThat(run(third, "deploy.txt").isSuccess()).isTrue();
        assertThat(Files.readAllLines(workspace.resolve("prepared"))).containsExactly("p");
        assertThat(console()).contains("task 0 printed from the first");
    }
}
