package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.tasker.command.SshServer;
import io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CredentialsInRunTest extends RunWithCredentials {

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
    void secretFileShouldBeOutsideTheWorkspaceAndPrivateToTheUserOfTheAgent() throws Exception {
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
    void shellWrapperShouldPassTheCredentialToItsProgram() throws Exception {
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
    void filesShouldBeDeletedWhenTheRunHasEnded() throws Exception {
        store.file("keystore", new byte[8]);
        credentials.add(new TypeCredential("local", "keystore"));
        write("task=0", "hostname=h", "command=false", "next=exit_0");

        assertThat(run().isSuccess()).isFalse();
        assertThat(secretFiles()).isEmpty();
    }

    @Test
    void filesShouldBeDeletedWhenTheRunWasAborted() throws Exception {
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

        run.abort(() -> {});

        assertThat(ended.get(20, TimeUnit.SECONDS).exitCode()).isEqualTo(41);
        assertThat(secretFiles()).isEmpty();
    }

    @Test
    void filesShouldBeDeletedWhenAnotherCredentialIsInvalid() throws Exception {
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
    void credentialOfTheConfigurationShouldBeUsedIfTheStepNamesNone() throws Exception {
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
    void invalidCredentialShouldBeNamedBeforeTheFirstTask() throws Exception {
        store.other("certificate")
                .text("token", SECRET)
                .password("shy", "joe", SECRET, true)
                .key("empty", "joe", "", "");
        write("task=0", "hostname=h", "command=touch started");

        assertRefused(
                "local", "missing", "the credential 'missing' for execution type 'local' does not exist for this job;");
        assertRefused("local", "certificate", "is of a kind that commands cannot use; use an SSH user name with");
        assertRefused("local", "empty", "the credential 'empty' for execution type 'local' holds no private key");
        assertRefused(
                "ssh", "token", "is of a kind that does not support login; use an SSH user name with private key");
        assertRefused("ssh", "shy", "untick 'Treat username as secret'");
        assertRefused("shh", "token", "credentials: execution type 'shh' is not known; use one of local, pbrun,");
        assertRefused("local", "", "credentials: the credential of execution type 'local' has no id");
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
}
