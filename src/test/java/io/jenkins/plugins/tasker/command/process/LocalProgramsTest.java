package io.jenkins.plugins.tasker.command.process;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A program on this machine")
class LocalProgramsTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void programs() throws IOException {
        tool("one", "tool", "rwxr-xr-x");
        tool("two", "tool", "rwxr-xr-x");
        tool("two", "other", "rwxr-xr-x");
        tool("one", "other", "rw-r--r--");
        Files.createDirectory(directory.resolve("one/folder"));
    }

    private void tool(String folder, String name, String permissions) throws IOException {
        Path file = Files.createDirectories(directory.resolve(folder)).resolve(name);
        Files.writeString(file, "#!/bin/sh\necho " + folder + " $0\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private Programs on(String path) {
        return new LocalPrograms(directory, Map.of("PATH", path));
    }

    @Test
    @DisplayName("is on PATH if a directory of PATH contains an executable file of this name")
    void onPath() {
        assertThat(on("/nowhere:" + directory + "/one").onPath("tool")).isTrue();
        assertThat(on(directory + "/two").onPath("missing")).isFalse();
        assertThat(on(directory + "/one").onPath("other")).isFalse();
        assertThat(on(directory + "/one").onPath("folder")).isFalse();
    }

    @Test
    @DisplayName("is found in a relative directory of PATH, from the working directory")
    void relativePath() {
        assertThat(on("one").onPath("tool")).isTrue();
        assertThat(new LocalPrograms(directory.resolve("one"), Map.of("PATH", "")).onPath("tool"))
                .isTrue();
    }

    @Test
    @DisplayName("is not searched on PATH if the name contains a slash or is empty")
    void noName() {
        assertThat(on(directory.toString()).onPath("one/tool")).isFalse();
        assertThat(on(directory.toString()).onPath("")).isFalse();
    }

    @Test
    @DisplayName("exists as a file if its path from the working directory names a file, not a directory")
    void fileExists() {
        assertThat(on("").fileExists("one/tool")).isTrue();
        assertThat(on("").fileExists(directory + "/one/other")).isTrue();
        assertThat(on("").fileExists("one")).isFalse();
        assertThat(on("").fileExists("a\0b")).isFalse();
    }

    @Test
    @DisplayName("is found on the PATH of the command, not on that of this JVM")
    void runsFromPath() {
        try (Commands commands = Commands.in(directory, Map.of("PATH", directory + "/one:/usr/bin:/bin"))) {
            assertThat(text(commands.run("tool").stdout())).startsWith("one ");

            Command other = new Command(
                    List.of("tool"), Duration.ofSeconds(30), Map.of("PATH", directory + "/two:/usr/bin:/bin"));
            assertThat(text(commands.run(other).stdout())).startsWith("two ");
        }
    }
}
