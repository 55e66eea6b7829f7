package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.artifacts.DirectoryArchive;
import io.jenkins.plugins.tasker.audit.TestBuild;
import io.jenkins.plugins.tasker.command.SshServer;
import io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.configuration.UnsavedConfiguration;
import io.jenkins.plugins.tasker.credentials.TestCredentials;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CredentialsInRunTest {

    private static final String SECRET = "hunter2-s3cr\"et'$x";

    @TempDir
    private Path directory;

    private Path build;
    private Path workspace;
    private TestBuild testBuild;
    private final EnvVars environment = new EnvVars();
    private final TaskerConfiguration configuration = new UnsavedConfiguration();
    private final TestCredentials store = new TestCredentials();
    private final List<TypeCredential> credentials = new ArrayList<>();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void create() throws Exception {
        build = Files.createDirectory(directory.resolve("build"));
        testBuild = new TestBuild(build);
        workspace = Files.createDirectory(directory.resolve("workspace"));
        configuration.setDefaultType("local");
        environment.put("PATH", System.getenv("PATH"));
    }

    @Test
    void userNameAndPasswordShouldReachCommandsAsVariables() throws Exception {
        store.password("deploy", "joe", SECRET, false);
        credentials.add(new TypeCredential("local", "deploy"));
        write("task=0", "hostname=h", "command=sh -c 'echo $TASKER_USERNAME; printf %s \"$TASKER_PASSWORD\" > got'");

        assertThat(run().isSuccess()).isTrue();
        assertThat(workspace.resolve("got")).hasContent(SECRET);
        assertThat(console()).contains("STDOUT: joe");
    }

    @Test
    void secretTextShouldReachCommandsAsVariable() throws Exception {
        store.text("token", SECRET);
        credentials.add(new TypeCredential("local", "token"));
        write("task=0", "hostname=h", "command=sh -c 'printf %s \"$TASKER_SECRET\" > got'");

        assertThat(run().isSuccess()).isTrue();
        assertThat(workspace.resolve("got")).hasContent(SECRET);
    }

    @Test
    void secretFileShouldLieOutsideTheWorkspaceForTheUserOfTheAgentAlone() throws Exception {
        byte[] content = {0, 1, 2, (byte) 0xff};
        store.file("keystore", content);
        credentials.add(new TypeCredential("local", "keystore"));
        write(
                "task=0",
                "hostname=h",
                "command=sh -c 'cp $TASKER_SECRET_FILE got; stat -c %a:%n $TASKER_SECRET_FILE $(dirname $TASKER_SECRET_FILE)'");

        assertThat(run().isSuccess()).isTrue();
        assertThat(workspace.resolve("got")).hasBinaryContent(content);
        assertThat(console())
                .contains("STDOUT: 400:" + workspace + "@tmp/tasker-", "700:" + workspace + "@tmp/tasker-");
    }

    @Test
    void wrapperShouldGetWhatItNeedsWhereItWantsItByALineOfShell() throws Exception {
        store.password("deploy", "joe", SECRET, false);
        String run = "sh -c 'exec vendorctl --user \"$TASKER_USERNAME\" \"$@\"' vendorctl"
                + " {hostname} {command} {arguments}";
        configuration.setExecutionTypes(List.of(type("vendor", run)));
        credentials.add(new TypeCredential("vendor", "deploy"));
        Path program = Files.writeString(directory.resolve("vendorctl"), "#!/bin/sh\nprintf '[%s]' \"$@\" > got\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", directory + ":" + environment.get("PATH"));
        write("task=0", "hostname=localhost", "exec=vendor", "command=restart", "arguments=\"a b\" c", "next=exit_0");

        assertThat(run().isSuccess()).as(console()).isTrue();
        assertThat(workspace.resolve("got")).hasContent("[--user][joe][localhost][restart][a b][c]");
        assertThat(console()).doesNotContain("hunter2");
    }

    @Test
    void filesShouldBeGoneWhenTheRunHasEnded() throws Exception {
        store.file("keystore", new byte[8]);
        credentials.add(new TypeCredential("local", "keystore"));
        write("task=0", "hostname=h", "command=false", "next=exit_0");

        assertThat(run().isSuccess()).isFalse();
        assertThat(secretFiles()).isEmpty();
    }

    @Test
    void filesShouldBeGoneWhenTheRunWasAborted() throws Exception {
        store.file("keystore", new byte[8]);
        credentials.add(new TypeCredential("local", "keystore"));
        write("task=0", "hostname=h", "command=sh -c 'touch started; sleep 60'");
        JenkinsRun run = newRun();
        CompletableFuture<RunOutcome> ended = CompletableFuture.supplyAsync(() -> {
            try {
                return run.run();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!Files.exists(workspace.resolve("started"))) {
            Thread.onSpinWait();
        }
        assertThat(secretFiles()).isNotEmpty();

        run.abort();

        assertThat(ended.get(20, TimeUnit.SECONDS).exitCode()).isEqualTo(41);
        assertThat(secretFiles()).isEmpty();
    }

    @Test
    void filesShouldBeGoneWhenAnotherCredentialCannotBeUsed() throws Exception {
        store.file("keystore", new byte[8]);
        credentials.add(new TypeCredential("local", "keystore"));
        credentials.add(new TypeCredential("pbrun", "missing"));
        write("task=0", "hostname=h", "command=true");

        assertThatThrownBy(this::run).isInstanceOf(AbortException.class);
        assertThat(secretFiles()).isEmpty();
    }

    @Test
    void commandsOfAnotherTypeShouldNotGetTheCredential() throws Exception {
        store.text("token", SECRET);
        configuration.setExecutionTypes(List.of(type("wrapped", "env {command} {arguments}")));
        credentials.add(new TypeCredential("wrapped", "token"));
        write(
                "task=0",
                "hostname=localhost",
                "exec=wrapped",
                "command=sh",
                "arguments=-c 'test -n \"$TASKER_SECRET\"'",
                "task=1",
                "hostname=h",
                "command=sh -c 'test -z \"$TASKER_SECRET\"'");

        assertThat(run().isSuccess()).isTrue();
    }

    @Test
    void credentialOfTheConfigurationShouldBeUsedWhereTheStepNamesNone() throws Exception {
        store.text("global", "of-all").text("own", "of-step");
        ExecutionTypeConfiguration local = new ExecutionTypeConfiguration("local");
        local.setCredentialsId("global");
        configuration.setExecutionTypes(List.of(local));
        write("task=0", "hostname=h", "command=sh -c 'printf %s \"$TASKER_SECRET\" >> got'");

        run();
        credentials.add(new TypeCredential("local", "own"));
        run();

        assertThat(workspace.resolve("got")).hasContent("of-allof-step");
    }

    @Test
    void credentialOfTheConfigurationShouldNotBeLookedUpForTypesThatNoTaskUses() throws Exception {
        ExecutionTypeConfiguration ssh = new ExecutionTypeConfiguration("ssh");
        ssh.setCredentialsId("not-for-this-folder");
        configuration.setExecutionTypes(List.of(ssh));
        write("task=0", "hostname=h", "command=true");

        assertThat(run().isSuccess()).isTrue();
    }

    @Test
    void credentialThatCannotBeUsedShouldBeNamedBeforeAnythingRan() throws Exception {
        store.other("certificate")
                .text("token", SECRET)
                .password("shy", "joe", SECRET, true)
                .key("empty", "joe", "", "");
        write("task=0", "hostname=h", "command=touch started");

        assertRefused(
                "local", "missing", "the credential 'missing' for execution type 'local' is not there for this job;");
        assertRefused("local", "certificate", "is of a kind that commands cannot use; use an SSH user name with");
        assertRefused("local", "empty", "the credential 'empty' for execution type 'local' holds no private key");
        assertRefused(
                "ssh", "token", "is of a kind that nobody can log in with; use an SSH user name with private key");
        assertRefused("ssh", "shy", "untick 'Treat username as secret'");
        assertRefused("shh", "token", "credentials: execution type 'shh' is not known; use one of local, pbrun,");
        assertRefused("local", "", "credentials: the one of execution type 'local' has no id");
        credentials.add(new TypeCredential("local", "token"));
        assertRefused("local", "token", "credentials: execution type 'local' is listed twice");
        assertThat(workspace.resolve("started")).doesNotExist();
        assertThat(secretFiles()).isEmpty();
    }

    private void assertRefused(String type, String id, String message) {
        credentials.add(new TypeCredential(type, id));
        assertThatThrownBy(this::run).isInstanceOf(AbortException.class).hasMessageContaining(message);
        credentials.remove(credentials.size() - 1);
    }

    @Test
    void secretShouldNotBeFoundInAnythingThatARunLeavesBehind() throws Exception {
        store.text("token", SECRET);
        credentials.add(new TypeCredential("local", "token"));
        write(
                "task=0",
                "hostname=h",
                "command=sh -c 'echo \"$TASKER_SECRET\"; echo \"err $TASKER_SECRET\" >&2; printf %s \"$TASKER_SECRET\" | base64'",
                "task=1",
                "hostname=h",
                "command=echo",
                "arguments=\"@0_stdout@\" # " + SECRET,
                "task=2",
                "hostname=h",
                "command=sh -c 'printf %s \"$TASKER_SECRET\" | head -c 9; sleep 0.3; printf %s \"$TASKER_SECRET\" | tail -c +10; exit 3'");

        RunOutcome outcome = run();

        assertThat(outcome.failure()).doesNotContain("hunter2");
        assertThat(console()).contains("Task 0 | ****", "Task 2 | ****");
        assertThat(outcome.record().toString()).doesNotContain("hunter2");
        String encoded = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        for (String text : written()) {
            assertThat(text).doesNotContain("hunter2", "s3cr", encoded);
        }
    }

    @Test
    void lineEndBehindASecretShouldStay() throws Exception {
        store.file("settings", "hunter2hunter2\n".getBytes(StandardCharsets.UTF_8));
        credentials.add(new TypeCredential("local", "settings"));
        write("task=0", "hostname=h", "command=sh -c 'cat $TASKER_SECRET_FILE; echo done'");

        run();

        assertThat(console()).contains("STDOUT: ****\\ndone");
    }

    @Test
    void valuesThatTheBuildHidesShouldBeHiddenHereToo() throws Exception {
        environment.put("API_TOKEN", SECRET);
        write("task=0", "hostname=h", "command=sh -c 'echo $API_TOKEN'");

        assertThat(run().isSuccess()).isTrue();
        assertThat(console()).contains("STDOUT: ****");
        for (String text : written()) {
            assertThat(text).doesNotContain("hunter2");
        }
    }

    @Test
    void keyShouldLogInOverSsh() throws Exception {
        logInOverSsh("");
    }

    @Test
    void keyWithPassphraseShouldLogInOverSsh() throws Exception {
        logInOverSsh("open sesame");
    }

    private void logInOverSsh(String passphrase) throws Exception {
        Path home = Files.createDirectory(directory.resolve("ssh"));
        try (SshServer server = SshServer.start(home, passphrase)) {
            Path program = server.client("IdentityFile none");
            environment.put("PATH", program + ":" + environment.get("PATH"));
            store.key(
                    "deploy", System.getProperty("user.name"), server.userKey().replace("\n", "\r\n"), passphrase);
            write("task=0", "hostname=localhost", "exec=ssh", "command=echo", "arguments=I am in", "next=exit_0");

            assertThat(run().isSuccess()).as("without a credential").isFalse();
            credentials.add(new TypeCredential("ssh", "deploy"));
            assertThat(run().isSuccess()).as(console()).isTrue();
        }
        assertThat(console()).contains("Executing [ssh]: ssh -l ", "@tmp/tasker-", "STDOUT: I am in");
        assertThat(secretFiles()).isEmpty();
    }

    private static ExecutionTypeConfiguration type(String name, String run) {
        ExecutionTypeConfiguration type = new ExecutionTypeConfiguration(name);
        type.setRun(run);
        return type;
    }

    /** The console, and everything in the directory of the build. */
    private List<String> written() throws IOException {
        List<String> texts = new ArrayList<>(List.of(console()));
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).hasSizeGreaterThan(2);
        return texts;
    }

    private List<Path> secretFiles() throws IOException {
        Path secret = directory.resolve("workspace@tmp");
        if (!Files.exists(secret)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(secret)) {
            return files.toList();
        }
    }

    private RunOutcome run() throws IOException, InterruptedException {
        return newRun().run();
    }

    private JenkinsRun newRun() throws AbortException {
        RunSettings given = RunSettings.of("deploy.txt");
        RunSettings settings = new RunSettings(
                given.file(),
                "",
                "",
                "",
                "",
                "debug",
                given.variables(),
                credentials,
                given.checks(),
                false,
                false,
                false,
                true,
                true,
                true);
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        RunPlace place = new RunPlace(
                testBuild,
                new FilePath(workspace.toFile()),
                environment,
                listener,
                Set.of("API_TOKEN"),
                new DirectoryArchive(build.resolve("archive")));
        return new JenkinsRun(settings, place, configuration, store);
    }

    private String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private void write(String... lines) throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
    }
}
