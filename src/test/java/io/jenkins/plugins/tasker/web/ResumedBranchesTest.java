package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.run.RunOutcome;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Resumes the build of a script with parallel branches. */
@Timeout(60)
class ResumedBranchesTest extends BuildsOfOneJob {

    @Test
    @DisplayName("successful parallel branches do not run again, and failed ones resume, too")
    void parallelBranches() throws Exception {
        write("east.txt", writing("east", "true"));
        write("west.txt", writing("west", "test -e there"));
        TestBuild first = newBuild();
        runIn(first, "west.txt", "west");
        runIn(first, "east.txt", "east");
        Files.createFile(workspace.resolve("there"));
        TestBuild second = resuming(first, 1, "1");

        RunOutcome east = runIn(second, "east.txt", "east");
        RunOutcome resumed = runIn(second, "west.txt", "west");

        assertThat(east.isSuccess()).isTrue();
        assertThat(resumed.isSuccess()).isTrue();
        assertThat(Files.readAllLines(workspace.resolve("ran.east"))).containsExactly("0", "1");
        assertThat(Files.readAllLines(workspace.resolve("ran.west"))).containsExactly("0", "1", "1");
        assertThat(console())
                .contains("east.txt in branch east of build #1 ended with exit code 0; it does not run again");
    }

    @Test
    @DisplayName("each failed parallel branch resumes from its own task")
    void parallelBranchesThatFailed() throws Exception {
        write("east.txt", writing("east", "test -e there"));
        write("west.txt", writing("west", "test -e there"));
        TestBuild first = newBuild();
        runIn(first, "west.txt", "west");
        runIn(first, "east.txt", "east");
        Files.createFile(workspace.resolve("there"));
        assertThat(ParallelRun.of(first, 1))
                .singleElement()
                .hasToString("east.txt in branch east is resumed, too, from task 1");
        TestBuild second = resuming(first, 1, "1");

        assertThat(runIn(second, "east.txt", "east").isSuccess()).isTrue();
        assertThat(runIn(second, "west.txt", "west").isSuccess()).isTrue();

        assertThat(Files.readAllLines(workspace.resolve("ran.east"))).containsExactly("0", "1", "1");
        assertThat(Files.readAllLines(workspace.resolve("ran.west"))).containsExactly("0", "1", "1");
    }

    @Test
    @DisplayName("the branch distinguishes runs of the same file in parallel branches")
    void sameFileInBranches() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        runIn(first, "deploy.txt", "east");
        Files.createFile(workspace.resolve("there"));
        runIn(first, "deploy.txt", "west");
        Files.delete(workspace.resolve("ran"));
        assertThat(TaskerRunAction.of(first).getRuns())
                .extracting(RunPage::getLabel)
                .containsExactly("deploy.txt in branch east", "deploy.txt in branch west");
        TestBuild second = resuming(first, 1, "1");

        runIn(second, "deploy.txt", "west");
        assertThat(workspace.resolve("ran")).doesNotExist();
        runIn(second, "deploy.txt", "east");

        assertThat(Files.readAllLines(workspace.resolve("ran"))).containsExactly("1");
        assertThat(console()).contains("deploy.txt in branch east of build #1, task 1 (resume)");
    }

    @Test
    @DisplayName("a run after the parallel branches is repeated, and a run before them is not")
    void aroundParallelBranches() throws Exception {
        write("prepare.txt", writing("prepare", "true"));
        write("east.txt", writing("east", "test -e there"));
        write("notify.txt", writing("notify", "true"));
        TestBuild first = newBuild();
        run(first, "prepare.txt");
        runIn(first, "east.txt", "east");
        run(first, "notify.txt");
        Files.createFile(workspace.resolve("there"));
        TestBuild second = resuming(first, 2, "1");

        run(second, "prepare.txt");
        runIn(second, "east.txt", "east");
        run(second, "notify.txt");

        assertThat(Files.readAllLines(workspace.resolve("ran.prepare"))).containsExactly("0", "1");
        assertThat(Files.readAllLines(workspace.resolve("ran.east"))).containsExactly("0", "1", "1");
        assertThat(Files.readAllLines(workspace.resolve("ran.notify"))).containsExactly("0", "1", "0", "1");
    }

    @Test
    @DisplayName("15.9 a run whose file was renamed is rejected, and the build that resumes fails")
    void renamedFile() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        write("renamed.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        run(first, "deploy.txt");
        TestBuild second = resuming(first, 1, "1");

        assertThatThrownBy(() -> run(second, "renamed.txt"))
                .hasMessageContaining("the run of renamed.txt has no counterpart in build #1")
                .hasMessageContaining("which ran deploy.txt first");

        assertThat(Files.readAllLines(workspace.resolve("ran"))).containsExactly("0", "1");
        assertThat(UnreachedResume.isUnreached(second, TaskListener.NULL)).isTrue();
    }

    @Test
    @DisplayName("15.9 a run whose parallel branch was renamed is rejected, also after the resumed run")
    void renamedBranch() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        runIn(first, "deploy.txt", "east");
        Files.delete(workspace.resolve("ran"));
        Files.createFile(workspace.resolve("there"));
        TestBuild second = resuming(first, 1, "1");

        assertThatThrownBy(() -> runIn(second, "deploy.txt", "north")).hasMessageContaining("has no counterpart");
        runIn(second, "deploy.txt", "east");
        assertThatThrownBy(() -> runIn(second, "deploy.txt", "south"))
                .hasMessageContaining("Restore the name of the branch");

        assertThat(Files.readAllLines(workspace.resolve("ran"))).containsExactly("1");
        assertThat(UnreachedResume.isUnreached(second, TaskListener.NULL)).isFalse();
    }

    @Test
    @DisplayName("a run without counterpart after the resumed run executes all tasks")
    void newRunAfterwards() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        write("announce.txt", writing("announce", "true"));
        TestBuild first = newBuild();
        run(first, "deploy.txt");
        Files.createFile(workspace.resolve("there"));
        TestBuild second = resuming(first, 1, "1");
        run(second, "deploy.txt");

        run(second, "announce.txt");

        assertThat(Files.readAllLines(workspace.resolve("ran.announce"))).containsExactly("0", "1");
    }

    @Test
    @DisplayName("15.9 a build that ends without the run that it resumes fails")
    void neverReached() throws Exception {
        write("deploy.txt", NEEDS_A_FILE);
        TestBuild first = newBuild();
        run(first, "deploy.txt");
        TestBuild second = resuming(first, 1, "1");
        second.setResult(Result.SUCCESS);

        new UnreachedResume().onCompleted(second, TaskListener.NULL);

        assertThat(second.getResult()).isEqualTo(Result.FAILURE);
    }

    private static String[] writing(String name, String test) {
        return new String[] {
            "task=0",
            "hostname=h",
            "exec=local",
            "command=sh",
            "arguments=-c 'echo 0 >>ran." + name + "'",
            "task=1",
            "hostname=h",
            "exec=local",
            "command=sh",
            "arguments=-c 'echo 1 >>ran." + name + "; " + test + "'",
            "next=exit_0"
        };
    }
}
