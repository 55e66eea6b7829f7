package io.jenkins.plugins.tasker.web;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.DirectoryArchive;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.RunOutcome;
import io.jenkins.plugins.tasker.run.StepSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Builds of one job that share a workspace. */
abstract class BuildsOfOneJob {

    /** Its second task succeeds if the file "there" exists. */
    static final String[] NEEDS_A_FILE = {
        "task=0",
        "hostname=h",
        "exec=local",
        "command=sh -c 'echo 0 >>ran; echo from the first'",
        "task=1",
        "hostname=h",
        "exec=local",
        "command=sh -c 'echo 1 >>ran; test -e there'",
        "next=exit_0",
        "task=2",
        "hostname=h",
        "exec=local",
        "command=echo",
        "arguments=\"task 0 printed @0_stdout@\""
    };

    @TempDir
    private Path directory;

    final TestBuild.TestJob job = new TestBuild.TestJob();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    Path workspace;

    @BeforeEach
    void create() throws Exception {
        workspace = Files.createDirectory(directory.resolve("workspace"));
    }

    TestBuild newBuild() throws Exception {
        return new TestBuild(job, Files.createTempDirectory(directory, "build"));
    }

    TestBuild resuming(TestBuild origin, int run, String startFrom) throws Exception {
        TestBuild build = newBuild();
        build.addAction(new ResumeAction(origin.getNumber(), run, startFrom));
        return build;
    }

    RunOutcome run(TestBuild build, String file) throws Exception {
        return runIn(build, file, "");
    }

    /** @param branch parallel branch of the script; empty outside of {@code parallel} */
    RunOutcome runIn(TestBuild build, String file, String branch) throws Exception {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        BuildContext place = new BuildContext(
                build,
                new FilePath(workspace.toFile()),
                new EnvVars(),
                listener,
                Set.of(),
                new DirectoryArchive(Files.createTempDirectory(directory, "archive")));
        return new JenkinsRun(StepSettings.of(file), place.in(branch)).run();
    }

    String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    void write(String file, String... lines) throws Exception {
        Files.write(workspace.resolve(file), List.of(lines));
    }
}
