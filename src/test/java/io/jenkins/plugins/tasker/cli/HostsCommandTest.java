package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsCommandTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void createInventory() throws IOException {
        commands = new Commands(directory);
        Files.writeString(directory.resolve("hosts.ini"), "bastion\n[web]\nweb[01:20]\n[a:children]\nweb\n");
        Files.writeString(directory.resolve("circle.ini"), "[a:children]\na\n");
    }

    @Test
    @DisplayName("19.2 tasker hosts prints the hosts of a list as ranges")
    void folded() {
        assertThat(commands.run("hosts", "group:web,!web07", "db1", "--hosts", "hosts.ini"))
                .isZero();
        assertThat(commands.out()).isEqualTo("web[01-06,08-20],db1\n");
    }

    @Test
    @DisplayName("19.2 tasker hosts --lines prints one host a line, in the order of the list")
    void lines() {
        assertThat(commands.run("hosts", "--lines", "web[2-3] web1")).isZero();
        assertThat(commands.out()).isEqualTo("web2\nweb3\nweb1\n");
    }

    @Test
    @DisplayName("19.2 for tasker hosts, file: starts at the working directory")
    void file() throws IOException {
        Files.createDirectory(directory.resolve("lists"));
        Files.writeString(directory.resolve("lists/web.txt"), "web[1-3] # all\n");
        assertThat(commands.run("hosts", "file:lists/web.txt")).isZero();
        assertThat(commands.out()).isEqualTo("web[1-3]\n");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "web[20-01] | hosts.ini | column 5: '20-01': the range ends before it begins",
                "group:wbe | hosts.ini | column 1: 'group:wbe': the inventory has no such group; was group 'web' meant? [E45]",
                "web1,!web1 | hosts.ini | the list excludes all of its hosts",
                "n[1-10000000] | hosts.ini | [E43]",
                "web1 | circle.ini | circle.ini, line 2, column 1: groups contain each other in a circle: a -> a",
                "web1 | missing.ini | missing.ini: the file does not exist",
                "file:missing.txt | hosts.ini | column 1: 'file:missing.txt': the file does not exist; check the name"
            })
    @DisplayName("19.4 a list or an inventory that cannot be used is a usage error with place and remedy")
    void usageErrors(String items, String inventory, String message) {
        assertThat(commands.run("hosts", items, "--hosts", inventory)).isEqualTo(2);
        assertThat(commands.out()).isEmpty();
        assertThat(commands.err()).contains(message);
    }

    @Test
    @DisplayName("19.2 tasker hosts needs items")
    void noItems() {
        assertThat(commands.run("hosts")).isEqualTo(2);
        assertThat(commands.err()).contains("ITEMS");
    }

    @Test
    @DisplayName("19.4 nothing runs with an inventory that cannot be used")
    void refusesRun() throws IOException {
        Files.writeString(directory.resolve("t.txt"), "task=0\nhostname=h\nexec=local\ncommand=echo\n");
        assertThat(commands.run("-r", "--hosts", "circle.ini", "t.txt")).isEqualTo(2);
        assertThat(commands.err()).contains("--hosts:", "circle.ini, line 2", "[E45]");
        assertThat(commands.files(".log")).isEmpty();
    }
}
