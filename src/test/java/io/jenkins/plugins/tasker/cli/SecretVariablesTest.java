package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SecretVariablesTest {

    @TempDir
    private Path directory;

    private Commands commands;
    private Path logs;

    @BeforeEach
    void create() throws IOException {
        commands = new Commands(directory);
        logs = directory.resolve("logs");
        Files.writeString(directory.resolve("deploy.txt"), """
                USER=deployer
                DB_PASSWORD="correct horse"
                TOKEN_URL=https://login.example.com/t
                task=0
                hostname=h
                exec=local
                command=printf
                arguments=%s.%s.%s @USER@ @DB_PASSWORD@ @API_TOKEN@ @TOKEN_URL@
                success=stdout~correct horse
                """);
    }

    private int run(String... more) {
        return commands.run(Stream.concat(
                        Stream.of("-l", logs.toString(), "deploy.txt", "--var", "API_TOKEN=s3cr3t-t0ken", "-p", "x"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(logs)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName(
            "16.4 values of globals and variables with the name of a secret are masked everywhere, and reach the command")
    void masked() throws IOException {
        assertThat(run(
                        "-r",
                        "--report",
                        logs.resolve("html").toString(),
                        "--junit",
                        logs.resolve("j.xml").toString()))
                .isZero();

        assertThat(commands.out())
                .contains("deployer.****.****")
                .contains("Success condition 'stdout~****' evaluated to: True");
        assertThat(files())
                .hasSizeGreaterThan(6)
                .allSatisfy(file -> assertThat(text(file)).doesNotContain("correct horse", "s3cr3t-t0ken"));
        assertThat(files())
                .filteredOn(file -> file.toString().endsWith(".txt"))
                .singleElement()
                .satisfies(copy ->
                        assertThat(text(copy)).contains("DB_PASSWORD=****", "TOKEN_URL=https://login.example.com/t"));
    }

    @Test
    @DisplayName("16.4 findings, plan and dry run mask the secrets, also as JSON")
    void findings() throws IOException {
        Files.writeString(
                directory.resolve("deploy.txt"),
                "condition=@DB_PASSWORD@=(&\nstdout_count=@DB_PASSWORD@\n",
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(run("--format", "json", "--validate-only")).isEqualTo(20);
        String json = commands.out();
        assertThat(run("--validate-only", "--show-plan")).isEqualTo(20);

        assertThat(json).contains("E16").doesNotContain("correct horse", "s3cr3t-t0ken");
        assertThat(commands.out()).doesNotContain("correct horse", "s3cr3t-t0ken");
        assertThat(files()).allSatisfy(file -> assertThat(text(file)).doesNotContain("correct horse", "s3cr3t-t0ken"));
    }

    @Test
    @DisplayName("16.4 only the owner can read journal, log and task file copy; the summary keeps the umask")
    void modes() throws IOException {
        run("-r");

        assertThat(modes("journal", "txt")).containsOnly("rw-------");
        assertThat(modes("log")).containsOnlyOnce("rw-------").contains(umask());
    }

    @Test
    @DisplayName("16.4 in a directory with the setgid bit the group can read them, too")
    void setgid() throws Exception {
        Files.createDirectory(logs);
        assertThat(new ProcessBuilder("chmod", "2770", logs.toString()).start().waitFor())
                .isZero();
        run("-r");

        assertThat(modes("journal", "txt")).containsOnly("rw-r-----");
    }

    private List<String> modes(String... extensions) throws IOException {
        return files().stream()
                .filter(file -> Stream.of(extensions)
                        .anyMatch(extension -> file.toString().endsWith(extension)))
                .map(SecretVariablesTest::mode)
                .toList();
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String umask() throws IOException {
        return mode(Files.writeString(directory.resolve("umask"), ""));
    }
}
