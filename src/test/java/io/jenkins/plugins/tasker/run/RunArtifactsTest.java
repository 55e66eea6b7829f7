package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.console.ConsoleNote;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.steps.TaskerRunStep;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunArtifactsTest {

    @TempDir
    private Path workspace;

    @TempDir
    private Path build;

    @TempDir
    private Path kept;

    private final TaskerRunStep step = new TaskerRunStep("ops/deploy.txt");
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private Archive archive;

    @BeforeEach
    void create() throws IOException {
        write("task=0", "hostname=web1", "exec=local", "command=echo out", "task=1", "return=0");
        archive = new DirectoryArchive(kept);
    }

    @Test
    @DisplayName("16.5 log, task file and page are archived under one name, in a directory with the number of the run")
    void oneName() throws Exception {
        run();

        assertThat(names())
                .allMatch(name ->
                        name.matches("tasker/1/deploy_\\d{8}_\\d{6}\\.(log|txt|html)|tasker/report.css|tests.xml"));
        assertThat(names()).hasSize(5);
        assertThat(content("\\d\\.txt")).isEqualTo(Files.readString(workspace.resolve("ops/deploy.txt")));
        assertThat(content("\\d\\.html"))
                .contains("<!DOCTYPE html>", "echo out")
                .contains("<link rel=\"stylesheet\" href=\"../report.css\"");
        assertThat(content("\\.xml")).contains("<testcase", "0: echo out");
    }

    @Test
    @DisplayName("16.1 the archived log equals the console, which names the archived file")
    void log() throws Exception {
        run();

        assertThat(console().lines())
                .containsSequence(content("\\d\\.log").lines().toList());
        assertThat(console()).containsPattern("Log file: tasker/1/deploy_\\d{8}_\\d{6}\\.log");
        assertThat(content("\\d\\.log"))
                .startsWith("[")
                .containsSubsequence(
                        "Starting TASKER 2.0 execution of ops/deploy.txt", "STDOUT: out", "Final exit code: 0");
    }

    @Test
    @DisplayName("16.7 each run of a project in this build has a row in its summary")
    void summary() throws Exception {
        step.project = "my project";
        run();
        write("task=0", "hostname=web1", "exec=local", "command=false", "next=exit_0");
        run();

        List<String> rows =
                content("tasker/project_my_project_summary\\.log").lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).contains("deploy.txt\t1\tN/A\tN/A\t0\tSUCCESS\tdeploy_");
        assertThat(rows.get(2)).contains("deploy.txt\t0\tweb1\tfalse\t1\tFAILURE\tdeploy_");
    }

    @Test
    @DisplayName("16.7 runs of one build that end at the same time keep all their rows")
    void concurrentSummaries() throws Exception {
        step.project = "p";
        ExecutorService runs = Executors.newFixedThreadPool(8);
        List<Future<RunOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            outcomes.add(runs.submit(this::run));
        }
        for (Future<RunOutcome> outcome : outcomes) {
            assertThat(outcome.get().isSuccess()).isTrue();
        }
        runs.shutdown();

        assertThat(content("summary\\.log").lines()).hasSize(9);
    }

    @Test
    @DisplayName("16.8 a run that fails its validation archives log, task file and row, and no tests")
    void failedValidation() throws Exception {
        write("task=0", "hostname=web1");
        step.project = "p";

        assertThat(run().exitCode()).isEqualTo(20);

        assertThat(names()).hasSize(3).noneMatch(name -> name.endsWith("html") || name.endsWith("xml"));
        assertThat(content("\\d\\.log")).contains("the task has no command, no return value", "Final exit code: 20");
        assertThat(content("summary\\.log")).contains("deploy.txt\tN/A\tN/A\tN/A\t20\tFAILURE");
    }

    @Test
    @DisplayName("without the junit plugin the XML of the tests is archived with the other files")
    void noTestReports() throws Exception {
        archive = new DirectoryArchive(kept, false);

        run();

        assertThat(names()).anyMatch(name -> name.matches("tasker/1/deploy_\\d{8}_\\d{6}\\.xml"));
        assertThat(content("\\.xml")).contains("<testcase");
    }

    @Test
    @DisplayName("a dry run adds no tests, and neither does a run with junit: false")
    void noTests() throws Exception {
        step.dryRun = true;
        run();
        step.dryRun = false;
        step.junit = false;
        run();

        assertThat(names()).isNotEmpty().noneMatch(name -> name.endsWith("xml"));
    }

    @Test
    @DisplayName("a failure of the archive is logged, and changes neither the run nor the directory of the build")
    void failingArchive() throws Exception {
        archive = new Archive() {
            @Override
            public void store(Path directory, Map<String, String> files) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public boolean addTests(Path directory, String xml) {
                return true;
            }
        };

        assertThat(run().isSuccess()).isTrue();

        assertThat(console())
                .contains("[ERROR] some files of this run cannot be archived with the build: no space left");
        try (Stream<Path> files = Files.list(build.resolve("tasker/1"))) {
            assertThat(files).anyMatch(file -> file.toString().endsWith(".log"));
        }
    }

    @Test
    @DisplayName("after archiving, only the record and the task file remain in the directory of the build")
    void nothingTwice() throws Exception {
        run();

        try (Stream<Path> files = Files.list(build.resolve("tasker/1"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("run.journal", "task-file.txt");
        }
    }

    private RunOutcome run() throws Exception {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        BuildContext place = new BuildContext(
                new TestBuild(build), new FilePath(workspace.toFile()), new EnvVars(), listener, Set.of(), archive);
        return new JenkinsRun(step.settings(), place).run();
    }

    private String console() {
        return ConsoleNote.removeNotes(console.toString(StandardCharsets.UTF_8));
    }

    private String content(String pattern) throws IOException {
        return new DirectoryArchive(kept).content(pattern);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> kept.relativize(file).toString())
                    .toList();
        }
    }

    private void write(String... lines) throws IOException {
        Path file = workspace.resolve("ops/deploy.txt");
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
