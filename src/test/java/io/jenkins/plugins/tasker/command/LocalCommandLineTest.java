package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.LocalCommandLine.Form;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.UnbalancedQuotesException;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCommandLineTest {

    private static final ResultLookup RESULTS = reference -> Optional.of("a b");

    private final List<String> unresolved = new ArrayList<>();

    @Test
    @DisplayName("5.7 a: a text that names an existing file is the program, whatever characters it contains")
    void existingFileIsProgram() throws Exception {
        Programs programs = new FakePrograms(Set.of(), Set.of("./my tool & co"));

        assertThat(argv("./my tool & co", programs, "x")).containsExactly("./my tool & co", "x");
    }

    @Test
    @DisplayName("5.7 a: a text that names a program on PATH is the program, including its blanks")
    void programOnPathIsProgram() throws Exception {
        assertThat(argv("my tool", FakePrograms.with("my tool"))).containsExactly("my tool");
    }

    @ParameterizedTest
    @DisplayName("5.7 b: an unquoted operator makes the text a shell command")
    @ValueSource(
            strings = {
                "a|b",
                "a < b",
                "a>b",
                "a; b",
                "a && b",
                "a `b`",
                "a $(b)",
                "echo \\\\|cat",
                "it's | cat",
                "a 'x|y' | b"
            })
    void operatorsNeedShell(String command) throws Exception {
        assertThat(argv(command, FakePrograms.NONE)).containsExactly("/bin/sh", "-c", command);
    }

    @ParameterizedTest
    @DisplayName("5.7 c: without an unquoted operator a text with white space is split into words")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            curl -f http://api/health ! curl,-f,http://api/health
            echo 'a | b'              ! echo,a | b
            echo "a > b"              ! echo,a > b
            echo a\\|b c              ! echo,a|b,c
            echo $HOME *              ! echo,$HOME,*
            """)
    void textWithBlanksIsSplit(String command, String words) throws Exception {
        assertThat(argv(command, FakePrograms.NONE)).containsExactly(words.split(","));
    }

    @Test
    @DisplayName("5.7 c: the words come before the arguments")
    void wordsComeBeforeArguments() throws Exception {
        assertThat(argv("systemctl status", FakePrograms.NONE, "nginx", "a b"))
                .containsExactly("systemctl", "status", "nginx", "a b");
    }

    @Test
    @DisplayName("5.7 c: a command with an unclosed quote cannot be split")
    void unbalancedCommandIsRejected() {
        assertThatThrownBy(() -> argv("echo 'a b", FakePrograms.NONE)).isInstanceOf(UnbalancedQuotesException.class);
    }

    @Test
    @DisplayName("5.7 d: any other text is the program")
    void anyOtherTextIsProgram() throws Exception {
        assertThat(argv("deploy$1*", FakePrograms.NONE, "x")).containsExactly("deploy$1*", "x");
    }

    @Test
    @DisplayName("5.8 the case is chosen before results of tasks are inserted")
    void caseIsChosenBeforeResults() throws Exception {
        assertThat(argv("run-@0_stdout@", FakePrograms.with("run-a b"))).containsExactly("run-a b");
        assertThat(argv("@0_stdout@ x", FakePrograms.NONE)).containsExactly("a", "b", "x");
        assertThat(LocalCommandLine.form("@0_stdout@", FakePrograms.NONE)).isEqualTo(Form.PROGRAM);
    }

    @Test
    @DisplayName("5.8 PATH is searched only if the text is ambiguous")
    void plainProgramsAreNotLookedUp() throws Exception {
        Programs forbidden = new Programs() {
            @Override
            public boolean onPath(String name) {
                throw new AssertionError("asked for " + name);
            }

            @Override
            public boolean fileExists(String path) {
                throw new AssertionError("asked for " + path);
            }
        };

        assertThat(argv("echo", forbidden, "x")).containsExactly("echo", "x");
    }

    @Test
    @DisplayName("7.5 references without a value stay as written and are reported")
    void referencesWithoutValueAreReported() throws Exception {
        List<String> argv = LocalCommandLine.argv(
                template("echo @1_stdout@ @NO@ @1_x@ | cat"),
                Words.split(""),
                ResultLookup.NONE,
                FakePrograms.NONE,
                unresolved);

        assertThat(argv).containsExactly("/bin/sh", "-c", "echo @1_stdout@ @NO@ @1_x@ | cat");
        assertThat(unresolved).containsExactlyInAnyOrder("@1_stdout@", "@NO@", "@1_x@");
    }

    private List<String> argv(String command, Programs programs, String... arguments) throws Exception {
        String written = String.join(
                " ", Arrays.stream(arguments).map(LocalCommandLine::quote).toList());
        return LocalCommandLine.argv(template(command), Words.split(written), RESULTS, programs, unresolved);
    }

    private static Template template(String text) {
        return Template.of(text, Globals.of(List.of(), Map.of()));
    }
}
