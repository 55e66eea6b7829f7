package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.tasker.command.ExecutionTypesFile.InvalidFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("5.3 A file with execution types")
class ExecutionTypesFileTest {

    @TempDir
    private Path directory;

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("types.properties"), List.of(lines));
    }

    private List<String> problems(String... lines) throws IOException {
        Path file = file(lines);
        InvalidFileException failure =
                catchThrowableOfType(InvalidFileException.class, () -> ExecutionTypesFile.read(file));
        assertThat(failure.problems()).allMatch(problem -> problem.startsWith(file.toString()));
        return failure.problems().stream()
                .map(problem -> problem.substring(file.toString().length()))
                .toList();
    }

    @Test
    @DisplayName("describes types by template, connection test, fallback and quoting")
    void complete() throws Exception {
        List<ExecutionType> types = ExecutionTypesFile.read(file(
                "# wrappers of the \u00e4rchive",
                "docker.run = docker exec {hostname} {command} {arguments}",
                "docker.test: docker exec {hostname} echo OK",
                "docker.fallback=podman",
                "docker.quoting=posix",
                "",
                "my.type.run=\\",
                "    run {command}"));

        assertThat(types)
                .containsExactly(
                        new ExecutionType(
                                "docker",
                                ArgvTemplate.parse("docker exec {hostname} {command} {arguments}"),
                                Optional.of(ArgvTemplate.parse("docker exec {hostname} echo OK")),
                                Optional.of("podman"),
                                Quoting.POSIX),
                        new ExecutionType(
                                "my.type",
                                ArgvTemplate.parse("run {command}"),
                                Optional.empty(),
                                Optional.empty(),
                                Quoting.NONE));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'x.rum=a'; ', line 3, x.rum: keys end with .run, .test, .fallback or .quoting; was x.run meant?'",
                "'run=a'; ', line 3, run: keys end with .run, .test, .fallback or .quoting; was NAME.run meant?'",
                "'x=a'; ', line 3, x: keys end with .run, .test, .fallback or .quoting'",
                "'my\\ type.run=a'; ', line 3, my type.run: ''my type'' cannot be the name of an execution type'",
                "'.run=a'; ', line 3, .run: '''' cannot be the name'",
                "'x.test=a'; ', line 3, x.test: the type has no template; add a line x.run=...'",
                "'x.run='; ', line 3, x.run: the template is empty'",
                "'x.run=a ''b'; ', line 3, x.run: the quote '' is not closed'",
                "'x.run=a {host}'; ', line 3, x.run: the place-holder {host} is not known'",
                "'x.run=\\u12'; ', line 3, x.run=\\u12: the line holds a malformed'"
            })
    @DisplayName("with a mistake is refused with line, key and remedy")
    void mistakes(String line, String problem) throws IOException {
        assertThat(problems("# a comment \\", "", line))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x.quoting=bash | the quoting mode 'bash' is not known; use none or posix",
                "x.fallback=a b | 'a b' is not the name of one program",
                "x.fallback= | '' is not the name of one program",
                "x.test=a {command} | a connection test cannot contain {command} or {arguments}",
                "x.run=b | the key is in line 1 already; remove one of them"
            })
    @DisplayName("is rejected if another field of a type is invalid")
    void mistakesBesideTemplate(String line, String problem) throws IOException {
        String key = line.substring(0, line.indexOf('='));

        assertThat(problems("x.run=a \\", " {command}", line))
                .singleElement()
                .asString()
                .startsWith(", line 3, " + key + ": " + problem);
    }

    @Test
    @DisplayName("with several mistakes names all of them")
    void allMistakes() throws IOException {
        assertThat(problems("a.run={x}", "b.rnu=b", "c.test=c")).hasSize(3);
    }

    @Test
    @DisplayName("that is not UTF-8 is refused")
    void notUtf8() throws IOException {
        Path file = Files.write(directory.resolve("latin"), "x.run=\u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(InvalidFileException.class, () -> ExecutionTypesFile.read(file)))
                .hasMessageContainingAll(file.toString(), "UTF-8");
    }
}
