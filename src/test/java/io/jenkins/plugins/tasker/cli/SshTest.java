package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The execution type {@code ssh} with the real client and a real server on loopback. */
class SshTest {

    @TempDir
    static Path directory;

    private static SshServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = SshServer.start(directory, "");
        server.client("IdentityFile " + directory.resolve("user_key"), "IdentitiesOnly yes");
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private static Commands run(String text, int exitCode, String... options) throws IOException {
        Files.writeString(directory.resolve("remote.txt"), text);
        Commands commands = new Commands(directory);
        List<String> arguments = new ArrayList<>(List.of("-r", "remote.txt", "-t", "ssh"));
        arguments.addAll(List.of(options));
        assertThat(commands.run(arguments.toArray(String[]::new)))
                .as(commands.out())
                .isEqualTo(exitCode);
        return commands;
    }

    @Test
    @DisplayName("5.4 the remote shell passes each argument on unchanged")
    void quoting() throws IOException {
        Commands commands = run(
                "task=0\nhostname=localhost\ncommand=printf\narguments=[%s] 'a  b' '$HOME' ';' '*' \"it's\" '' '`id`'\n",
                0);
        assertThat(commands.out()).contains("Task 0: STDOUT: [a  b][$HOME][;][*][it's][][`id`]");
    }

    @Test
    @DisplayName("5.6 a result with quotes and newlines arrives as data")
    void results() throws IOException {
        Commands commands = run(
                "task=0\nhostname=localhost\nexec=local\ncommand=printf\narguments='$(touch %s) \"x\\ny'\n"
                                .formatted("pwned")
                        + "task=1\nhostname=localhost\ncommand=printf\narguments=[%s] \"@0_stdout@\"\n",
                0);
        assertThat(commands.out()).contains("Task 1: STDOUT: [$(touch pwned) \"x\\ny]");
    }

    @Test
    @DisplayName("5.11 the exit code of the task is that of the remote command")
    void exitCode() throws IOException {
        Commands commands = run("task=0\nhostname=localhost\ncommand=sh\narguments=-c 'exit 7'\nnext=exit_7\n", 0);
        assertThat(commands.out()).contains("Task 0: Exit code: 7");
    }
}
