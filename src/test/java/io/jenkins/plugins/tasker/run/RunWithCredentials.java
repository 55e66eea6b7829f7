package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.configuration.UnsavedConfiguration;
import io.jenkins.plugins.tasker.credentials.TestCredentials;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A run on this machine, in a build with credentials. */
abstract class RunWithCredentials {

    static final String SECRET = "hunter2-s3cr\"et'$x";

    @TempDir
    Path directory;

    Path build;
    Path workspace;
    TestBuild testBuild;
    final EnvVars environment = new EnvVars();
    final TaskerConfiguration configuration = new UnsavedConfiguration();
    final TestCredentials store = new TestCredentials();
    final List<TypeCredential> credentials = new ArrayList<>();
    String hosts = "";
    final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void create() throws Exception {
        build = Files.createDirectory(directory.resolve("build"));
        testBuild = new TestBuild(build);
        workspace = Files.createDirectory(directory.resolve("workspace"));
        configuration.setDefaultType("local");
        environment.put("PATH", System.getenv("PATH"));
    }

    static ExecutionTypeConfiguration type(String name, String run) {
        ExecutionTypeConfiguration type = new ExecutionTypeConfiguration(name);
        type.setRun(run);
        return type;
    }

    /** Returns the console, and the content of all files in the directory of the build. */
    List<String> written() throws IOException {
        List<String> texts = new ArrayList<>(List.of(console()));
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).hasSizeGreaterThan(2);
        return texts;
    }

    List<Path> secretFiles() throws IOException {
        Path secret = directory.resolve("workspace@tmp");
        if (!Files.exists(secret)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(secret)) {
            return files.toList();
        }
    }

    RunOutcome run() throws IOException, InterruptedException {
        return newRun().run();
    }

    JenkinsRun newRun() throws IOException {
        StepSettings given = StepSettings.of("deploy.txt");
        StepSettings settings = new StepSettings(
                given.file(),
                new StepSettings.Defaults("", "", hosts),
                given.startFrom(),
                given.mode(),
                given.checks(),
                given.variables(),
                credentials,
                new StepSettings.Reports("", "debug", true, true),
                given.failOnError(),
                given.unhandledFailures());
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        BuildContext place = new BuildContext(
                testBuild,
                new FilePath(workspace.toFile()),
                environment,
                listener,
                Set.of("API_TOKEN"),
                new DirectoryArchive(build.resolve("archive")));
        return new JenkinsRun(settings, place, RunId.of("run"), configuration, store);
    }

    String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    void write(String... lines) throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
    }
}
