package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The execution type {@code ssh} with the real client and a real server on loopback. */
class SshTest {

    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final Path CLIENT = Path.of("/usr/bin/ssh");

    @TempDir
    static Path directory;

    private static Process server;

    @BeforeAll
    static void startServer() throws Exception {
        assumeTrue(
                Files.isExecutable(SERVER) && Files.isExecutable(CLIENT),
                "openssh-server and openssh-client are needed; .ci/run installs them");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        key("host_key");
        key("user_key");
        Files.copy(directory.resolve("user_key.pub"), directory.resolve("authorized_keys"));
        int port = freePort();
        Files.writeString(directory.resolve("sshd_config"), """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s/host_key
                AuthorizedKeysFile %s/authorized_keys
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                """.formatted(port, directory, directory));
        Files.writeString(directory.resolve("ssh_config"), """
                Host *
                    HostName 127.0.0.1
                    Port %d
                    IdentityFile %s/user_key
                    IdentitiesOnly yes
                    UserKnownHostsFile %s/known_hosts
                    StrictHostKeyChecking accept-new
                    LogLevel ERROR
                """.formatted(port, directory, directory));
        // The client takes its configuration from the home directory of the account, which the test must not touch.
        Commands.program(
                directory.resolve("bin"),
                "ssh",
                "exec " + CLIENT + " -F " + directory.resolve("ssh_config") + " \"$@\"");
        Files.createDirectories(Path.of("/run/sshd"));
        Path log = directory.resolve("sshd.log");
        server = new ProcessBuilder(
                        SERVER.toString(),
                        "-D",
                        "-e",
                        "-f",
                        directory.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.readString(log).contains("Server listening") && System.nanoTime() < giveUp) {
            assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
            Thread.onSpinWait();
        }
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.destroy();
        }
    }

    private static void key(String name) throws Exception {
        Process keygen = new ProcessBuilder(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-f",
                        directory.resolve(name).toString())
                .start();
        assertThat(keygen.waitFor()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
    @DisplayName("5.11 the exit code of the remote command is the task's")
    void exitCode() throws IOException {
        Commands commands = run("task=0\nhostname=localhost\ncommand=sh\narguments=-c 'exit 7'\nnext=exit_7\n", 0);
        assertThat(commands.out()).contains("Task 0: Exit code: 7");
    }
}
