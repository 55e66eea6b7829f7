package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shared connections with the real client and a real server on loopback, of which any name is an alias. */
@Timeout(120)
class SharedConnectionsTest {

    @TempDir
    private Path directory;

    private SshServer server;
    private Commands commands;

    @BeforeEach
    void createCommands() {
        commands = new Commands(directory);
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private void start(String... settings) throws Exception {
        server = SshServer.start(directory, "", settings);
        server.client("IdentityFile " + directory.resolve("user_key"), "IdentitiesOnly yes");
    }

    private void run(String text, String... options) throws IOException {
        Files.writeString(directory.resolve("remote.txt"), text);
        List<String> arguments = new ArrayList<>(List.of("-r", "remote.txt", "-t", "ssh", "--skip-host-validation"));
        arguments.addAll(List.of(options));
        assertThat(commands.run(arguments.toArray(String[]::new)))
                .as(commands.out())
                .isZero();
    }

    /** Returns a group of tasks, each with its host. */
    private static String group(List<String> hosts, String command) {
        String members = IntStream.rangeClosed(1, hosts.size())
                .mapToObj(i -> "task=" + i + "\nhostname=" + hosts.get(i - 1) + "\n" + command + "\n")
                .collect(Collectors.joining());
        return "task=0\ntype=parallel\ntasks="
                + IntStream.rangeClosed(1, hosts.size())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(","))
                + "\nnext=all_success\n" + members;
    }

    private static String repeated(String text, int times) {
        return IntStream.range(0, times).mapToObj(text::formatted).collect(Collectors.joining());
    }

    /** Returns the directories of sockets that runs have left. */
    private static List<Path> socketDirectories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
            return files.filter(file -> file.getFileName().toString().matches("tasker-[0-9a-f]{32}"))
                    .toList();
        }
    }

    @Test
    @DisplayName("5.14 tasks of one host share a connection")
    void sharesConnection() throws Exception {
        start();
        run(repeated("task=%d\nhostname=web001\ncommand=echo\narguments=hello\nnext=exit_0\n", 10));
        assertThat(server.connections()).isEqualTo(1);
        assertThat(commands.out()).contains("Task 9: STDOUT: hello").doesNotContain("Control");
    }

    @Test
    @DisplayName("5.14 a connection is opened once, even if many tasks start at once, and at most 10 use it")
    void opensOnce() throws Exception {
        start();
        run(group(Collections.nCopies(10, "web001"), "command=sleep\narguments=0.3"));
        assertThat(server.connections()).isEqualTo(1);
        run(group(Collections.nCopies(13, "web002"), "command=sleep\narguments=1"));
        assertThat(server.connections()).isEqualTo(1 + 1 + 3);
    }

    @Test
    @DisplayName("5.14 16 hosts with 3 tasks each need 16 connections")
    void sharesWithManyHosts() throws Exception {
        start();
        List<String> hosts = IntStream.rangeClosed(1, 48)
                .mapToObj(i -> "web%03d".formatted(1 + i % 16))
                .toList();
        run(group(hosts, "command=true"), "-o", "100");
        assertThat(server.connections()).isEqualTo(16);
    }

    @Test
    @DisplayName("5.14 fan-out tasks over the same hosts share connections")
    void sharesAmongFanOuts() throws Exception {
        start();
        run("task=0\nhostnames=web[001-004]\ncommand=true\ntask=1\nhostnames=web[001-004]\ncommand=true\n"
                + "task=2\nhostnames=web[003-005]\ncommand=echo\narguments=@host@\n");
        assertThat(server.connections()).isEqualTo(5);
        assertThat(commands.out()).contains("web005");
    }

    @Test
    @DisplayName(
            "5.14 a host that one task uses has no shared connection, and a repeated task shares from its second command on")
    void sharesFromSecondCommandOn() throws Exception {
        start();
        run("task=0\nhostname=web001\ncommand=true\n");
        assertThat(server.connections()).isEqualTo(1);
        run("task=0\nhostname=web002\ncommand=true\nloop=9\nnext=loop\n");
        assertThat(server.connections()).isEqualTo(1 + 2);
    }

    @Test
    @DisplayName("5.14 repetitions of a fan-out task share a connection to each host from the second command on")
    void sharesAmongRepetitions() throws Exception {
        start();
        run("task=0\nhostnames=web[001-003]\ncommand=true\nloop=4\nnext=loop\n");
        assertThat(server.connections()).isEqualTo(3 * (1 + 1));
    }

    @Test
    @DisplayName(
            "5.14 hosts that a result gives to several fan-out tasks share a connection from the second command on")
    void sharesHostsOfResults() throws Exception {
        start();
        run("task=0\nhostname=localhost\nexec=local\ncommand=echo\narguments=web001 web002\n"
                + "task=1\nhostnames=@0_stdout@\ncommand=true\n"
                + "task=2\nhostnames=@0_stdout@\ncommand=true\n"
                + "task=3\nhostnames=@0_stdout@\ncommand=true\n");
        assertThat(server.connections()).isEqualTo(2 * (1 + 1));
    }

    @Test
    @DisplayName("5.14 --no-shared-connections opens a connection for each task")
    void canBeTurnedOff() throws Exception {
        start();
        run(repeated("task=%d\nhostname=web001\ncommand=true\nnext=exit_0\n", 4), "--no-shared-connections");
        assertThat(server.connections()).isEqualTo(4);
    }

    @Test
    @DisplayName("5.14 no task fails if the server accepts fewer sessions on a connection")
    void survivesMaxSessions() throws Exception {
        start("MaxSessions 2");
        run(group(Collections.nCopies(8, "web001"), "command=sleep\narguments=1"));
        assertThat(server.connections()).isBetween(2, 7);
    }

    @Test
    @DisplayName("5.14 no task fails if the server accepts no shared connection")
    void survivesRefusal() throws Exception {
        start("MaxSessions 1");
        run(repeated("task=%d\nhostname=web001\ncommand=echo\narguments=hello\nnext=exit_0\n", 3));
        assertThat(commands.out()).contains("Task 2: STDOUT: hello");
    }

    @Test
    @DisplayName("5.14 the end of the run closes the connections and deletes their sockets")
    void closesConnections() throws Exception {
        start();
        List<Path> before = socketDirectories();
        run(repeated("task=%d\nhostname=web001\ncommand=true\nnext=exit_0\n", 3));
        assertThat(socketDirectories()).isEqualTo(before);
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains(directory.toString()) && line.contains("ControlPath")))
                .isEmpty();
    }

    @Test
    @DisplayName("5.14 the time limit of a task leaves the connection open for the others")
    void survivesTimeLimit() throws Exception {
        start();
        run("task=0\nhostname=web001\ncommand=true\n"
                + "task=1\nhostname=web001\ncommand=sleep\narguments=60\ntimeout=5\nnext=exit_124\n"
                + "task=2\nhostname=web001\ncommand=echo\narguments=after\n");
        assertThat(commands.out()).contains("Task 2: STDOUT: after");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    @DisplayName("5.14 a type that shares connections itself is left alone")
    void respectsOwnSharing() throws Exception {
        start();
        Files.writeString(
                directory.resolve("types.properties"),
                "own.run=ssh -o ControlMaster=no -o ControlPath=none {hostname} {command} {arguments}\n");
        run(
                repeated("task=%d\nhostname=web001\nexec=own\ncommand=true\nnext=exit_0\n", 3),
                "--exec-types",
                "types.properties");
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    @DisplayName("5.14 types with different options share no connection")
    void separatesOptions() throws Exception {
        start();
        Files.writeString(
                directory.resolve("types.properties"),
                "other.run=ssh -o LogLevel=ERROR {hostname} {command} {arguments}\n");
        run(
                "task=0\nhostname=web001\ncommand=true\ntask=1\nhostname=web001\ncommand=true\n"
                        + "task=2\nhostname=web001\nexec=other\ncommand=true\n"
                        + "task=3\nhostname=web001\nexec=other\ncommand=true\n",
                "--exec-types",
                "types.properties");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    @DisplayName("5.14 an unreachable host fails as without sharing, with the message of ssh")
    void reportsUnreachableHost() throws Exception {
        start();
        server.close();
        run(repeated("task=%d\nhostname=web001\ncommand=true\nnext=exit_255\n", 2));
        assertThat(commands.out()).contains("Connection refused");
    }
}
