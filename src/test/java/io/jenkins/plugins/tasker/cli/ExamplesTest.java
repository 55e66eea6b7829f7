package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final Pattern END = Pattern.compile("(?m)^# Ends with: (\\d+)");

    @TempDir
    Path directory;

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Repository.file("examples"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    @DisplayName("every example ends with the exit code in its header")
    void example(String name) throws IOException {
        copy(Repository.file("examples"), directory);
        Commands commands = new Commands(directory);
        Matcher end = END.matcher(Files.readString(directory.resolve(name)));
        assertThat(end.find()).as("header of " + name).isTrue();
        assertThat(commands.run("-r", name)).as(commands.out()).isEqualTo(Integer.parseInt(end.group(1)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().startsWith(".")) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
