package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs over three addresses of loopback, of which one does not answer a ping until it is repaired. */
@Timeout(60)
class ToleratedHostsTest {

    @TempDir
    private Path directory;

    private Commands commands;
    private Path pings;

    @BeforeEach
    void prepare() throws IOException {
        commands = new Commands(directory);
        pings = directory.resolve("pings");
        Path repaired = directory.resolve("repaired");
        Commands.program(
                directory.resolve("bin"),
                "ping",
                "for host; do :; done; echo $host >> " + pings + "; [ $host != 127.0.0.3 ] || [ -e " + repaired + " ]");
        Commands.program(directory.resolve("bin"), "reach", "shift; exec \"$@\"");
        Files.writeString(directory.resolve("types.properties"), "own.run=reach {hostname} {command} {arguments}\n");
    }

    private void write(String fields) throws IOException {
        Files.writeString(
                directory.resolve("deploy.txt"),
                "task=0\nhostnames=127.0.0.[1-3]\nexec=own\ncommand=true\n" + fields + "\n");
    }

    @Test
    @DisplayName("14.7 one dead host does not stop the run, and --only-failed pings and runs that host only")
    void onlyFailed() throws IOException {
        write("max_fail=1");
        assertThat(commands.run("-r", "--exec-types", "types.properties", "deploy.txt"))
                .as(commands.out())
                .isEqualTo(14);
        assertThat(commands.out())
                .contains(
                        "[WARN] Host 127.0.0.3: no answer to a ping",
                        "Host validation passed (3 hosts, of which 1 failed)",
                        "Task 0@127.0.0.1: Executing",
                        "not started: host validation failed: no answer to a ping",
                        "Failed hosts: 127.0.0.3");
        Files.delete(pings);
        Files.createFile(directory.resolve("repaired"));
        assertThat(commands.run(
                        "-r",
                        "--exec-types",
                        "types.properties",
                        "--resume-from=latest",
                        "--start-from=0",
                        "--only-failed",
                        "deploy.txt"))
                .as(commands.out())
                .isZero();
        assertThat(Files.readAllLines(pings)).isEqualTo(List.of("127.0.0.3"));
        assertThat(commands.out()).contains("3/3 successful").doesNotContain("Task 0@127.0.0.1: Executing");
    }

    @Test
    @DisplayName("14.7 without max_fail and without such a next, the dead host stops the run before anything starts")
    void stops() throws IOException {
        write("");
        assertThat(commands.run("-r", "--exec-types", "types.properties", "deploy.txt"))
                .isEqualTo(60);
        assertThat(commands.out()).doesNotContain("Executing");
    }
}
