package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.ArgvTemplate.InvalidTemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("5.2 An argv template")
class ArgvTemplateTest {

    private static List<String> expand(String template, String... arguments) throws InvalidTemplateException {
        return expand(template, "my command", List.of(arguments), List.of());
    }

    private static List<String> expand(String template, String command, List<String> arguments, List<String> login)
            throws InvalidTemplateException {
        return ArgvTemplate.parse(template)
                .expand(Map.of(
                        Placeholder.HOSTNAME,
                        List.of("web1"),
                        Placeholder.COMMAND,
                        List.of(command),
                        Placeholder.ARGUMENTS,
                        arguments,
                        Placeholder.LOGIN,
                        login));
    }

    @Test
    @DisplayName("turns {hostname} and {command} into one element each, whatever they contain")
    void oneElement() throws InvalidTemplateException {
        assertThat(expand("run {hostname} {command}")).containsExactly("run", "web1", "my command");
    }

    @Test
    @DisplayName("turns {arguments} alone into one element for each argument")
    void manyElements() throws InvalidTemplateException {
        assertThat(expand("run {arguments} end", "a b", "", "c")).containsExactly("run", "a b", "", "c", "end");
        assertThat(expand("run {arguments} end")).containsExactly("run", "end");
    }

    @Test
    @DisplayName("inserts as text within a larger element, arguments joined by single spaces")
    void largerElement() throws InvalidTemplateException {
        assertThat(expand("wwrs_cli {hostname} \"{command} {arguments}\"", "a", "b c"))
                .containsExactly("wwrs_cli", "web1", "my command a b c");
        assertThat(expand("--host={hostname}")).containsExactly("--host=web1");
    }

    @Test
    @DisplayName("drops spaces at the end of a larger element, and only there")
    void trailingSpaces() throws InvalidTemplateException {
        assertThat(expand("\"{command} {arguments}\"")).containsExactly("my command");
        assertThat(expand("{command} {arguments}", "c ", List.of("a "), List.of()))
                .containsExactly("c ", "a ");
    }

    @Test
    @DisplayName("does not interpret inserted text")
    void insertedOnce() throws InvalidTemplateException {
        assertThat(expand("\"{command} {arguments}\"", "{arguments}", List.of("{hostname}"), List.of()))
                .containsExactly("{arguments} {hostname}");
    }

    @Test
    @DisplayName("turns {login} alone into the login options, which are empty by default")
    void login() throws InvalidTemplateException {
        assertThat(expand("ssh {login} {hostname}", "", List.of(), List.of("-l", "a user")))
                .containsExactly("ssh", "-l", "a user", "web1");
        assertThat(expand("ssh {login} {hostname}")).containsExactly("ssh", "web1");
    }

    @Test
    @DisplayName("5.3 is split into words like arguments")
    void words() throws InvalidTemplateException {
        assertThat(expand("'a b' \"c \\\" \\\\ d\" e\\ f \"\"")).containsExactly("a b", "c \" \\ d", "e f", "");
    }

    @Test
    @DisplayName("keeps braces that enclose no name")
    void otherBraces() throws InvalidTemplateException {
        assertThat(expand("find {} {1} ${ }")).containsExactly("find", "{}", "{1}", "${", "}");
    }

    @ParameterizedTest(name = "[{0}]: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'run {host}'; {host}",
                "'run {host}'; '[{hostname}, {command}, {arguments}, {login}]'",
                "'run {Hostname}'; {Hostname}",
                "'  '; is empty",
                "'run \"x'; is not closed"
            })
    @DisplayName("is rejected with a reason if it is invalid")
    void invalid(String template, String reason) {
        assertThatThrownBy(() -> ArgvTemplate.parse(template))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining(reason);
    }
}
