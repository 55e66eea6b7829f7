package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** An OpenSSH server on loopback that accepts the user of the tests with {@code user_key}. */
public final class SshServer implements AutoCloseable {

    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final Path CLIENT = Path.of("/usr/bin/ssh");

    private final Path directory;
    private final int port;
    private final Process process;

    private SshServer(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Starts a server. Skips the test if OpenSSH is not installed. */
    public static SshServer start(Path directory, String passphrase, String... settings) throws Exception {
        assumeTrue(
                Files.isExecutable(SERVER) && Files.isExecutable(CLIENT),
                "openssh-server and openssh-client are needed; .ci/run installs them");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        key(directory.resolve("host_key"), "");
        key(directory.resolve("user_key"), passphrase);
        Files.copy(directory.resolve("user_key.pub"), directory.resolve("authorized_keys"));
        int port = freePort();
        Files.writeString(
                directory.resolve("sshd_config"),
                """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s/host_key
                AuthorizedKeysFile %s/authorized_keys
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                LogLevel VERBOSE
                MaxStartups 200
                """.formatted(port, directory, directory) + String.join("\n", settings) + "\n");
        Files.createDirectories(Path.of("/run/sshd"));
        Path log = directory.resolve("sshd.log");
        Process process = new ProcessBuilder(
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
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            Thread.onSpinWait();
        }
        return new SshServer(directory, port, process);
    }

    private static void key(Path file, String passphrase) throws Exception {
        Process keygen = new ProcessBuilder(
                        "ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", file.toString())
                .start();
        assertThat(keygen.waitFor()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns the content of the private key's file. */
    public String userKey() throws IOException {
        return Files.readString(directory.resolve("user_key"));
    }

    /**
     * Creates a program {@code ssh} that connects to this server for any host. It needs no configuration in the home
     * directory of the account, which tests must not change.
     *
     * @param identity lines of the configuration with user and key
     * @return the directory of the program, for PATH
     */
    public Path client(String... identity) throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("ssh_config"), """
                Host *
                    HostName 127.0.0.1
                    Port %d
                    UserKnownHostsFile %s/known_hosts
                    StrictHostKeyChecking accept-new
                    LogLevel ERROR
                """.formatted(port, directory) + String.join("\n", identity));
        Path program = Files.createDirectories(directory.resolve("bin")).resolve("ssh");
        Files.writeString(program, "#!/bin/sh\nexec " + CLIENT + " -F " + configuration + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program.getParent();
    }

    /** Returns how many connections the server has accepted. */
    public int connections() throws IOException {
        return (int) Files.readAllLines(directory.resolve("sshd.log")).stream()
                .filter(line -> line.startsWith("Accepted publickey"))
                .count();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
