package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("5.1 An execution type")
class ExecutionTypesTest {

    private static final Programs NOTHING = FakePrograms.NONE;

    private final ExecutionTypes types = ExecutionTypes.builtIn();

    private ExecutionType type(String name) {
        return types.find(name).orElseThrow();
    }

    private List<String> argv(String type, Programs programs, String... arguments) {
        return type(type).argv("web1", "uname", List.of(arguments), programs);
    }

    @ParameterizedTest
    @CsvSource({
        "local, 'uname -a'",
        "pbrun, 'pbrun -n -h web1 uname -a'",
        "p7s, 'p7s web1 uname -a'",
        "wwrs, 'wwrs_clir web1 uname -a'",
        "ssh, 'ssh -o BatchMode=yes web1 uname -a'"
    })
    @DisplayName("that is built in runs a command by its wrapper")
    void builtIn(String type, String commandLine) {
        assertThat(argv(type, NOTHING, "-a")).containsExactly(commandLine.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "pbrun, 'pbrun -n -h web1 pbtest'",
        "p7s, 'p7s web1 pbtest'",
        "wwrs, 'wwrs_clir web1 wwrs_test'",
        "ssh, 'ssh -o BatchMode=yes web1 echo OK'"
    })
    @DisplayName("that is built in tests a connection by its wrapper")
    void connectionTest(String type, String commandLine) {
        assertThat(type(type).testArgv("web1", NOTHING)).containsExactly(commandLine.split(" "));
    }

    @Test
    @DisplayName("without a test template has no connection test")
    void noConnectionTest() {
        assertThat(type("local").testArgv("web1", NOTHING)).isEmpty();
    }

    @Test
    @DisplayName("5.4 uses its fallback if only that is on PATH, for the connection test too")
    void fallback() {
        Programs programs = FakePrograms.with("wwrs_cli");

        assertThat(argv("wwrs", programs)).startsWith("wwrs_cli");
        assertThat(type("wwrs").testArgv("web1", programs)).startsWith("wwrs_cli");
        assertThat(type("wwrs").program(programs)).contains("wwrs_cli");
    }

    @Test
    @DisplayName("5.4 prefers its own program to the fallback")
    void noFallbackNeeded() {
        assertThat(argv("wwrs", FakePrograms.with("wwrs_cli", "wwrs_clir"))).startsWith("wwrs_clir");
    }

    @Test
    @DisplayName("5.4 does not fall back from a program that is there as a file")
    void fallbackOfFile() throws Exception {
        ExecutionType type = new ExecutionType(
                "x", ArgvTemplate.parse("/opt/x {command}"), Optional.empty(), Optional.of("y"), Quoting.NONE);

        assertThat(type.program(new FakePrograms(Set.of("y"), Set.of("/opt/x"))))
                .contains("/opt/x");
        assertThat(type.program(FakePrograms.with("y"))).contains("y");
    }

    @Test
    @DisplayName("5.4 with POSIX quoting quotes the arguments that need it, but not the command")
    void quoting() {
        List<String> argv = type("ssh")
                .argv("web1", "cd /tmp && ls", List.of("-l", "a b", "", "it's", "$HOME", "*", "\u00e4"), NOTHING);

        assertThat(argv.subList(4, argv.size()))
                .containsExactly("cd /tmp && ls", "-l", "'a b'", "''", "'it'\\''s'", "'$HOME'", "'*'", "'\u00e4'");
    }

    @Test
    @DisplayName("5.2 shows the options of a login on the command line, but never its variables")
    void login() {
        ExecutionType type =
                type("ssh").withLogin(new Login(Map.of("TASKER_PASSWORD", "hunter2"), List.of("-l", "me")));

        assertThat(type.argv("web1", "uname", List.of(), NOTHING)).startsWith("ssh", "-l", "me", "-o");
        assertThat(type.testArgv("web1", NOTHING)).startsWith("ssh", "-l", "me", "-o");
        assertThat(type).asString().contains("TASKER_PASSWORD").doesNotContain("hunter2");
    }

    @Test
    @DisplayName("knows whether host names matter to it and which program it needs")
    void facts() {
        assertThat(type("local").usesHostname()).isFalse();
        assertThat(type("local").program(NOTHING)).isEmpty();
        assertThat(type("pbrun").usesHostname()).isTrue();
        assertThat(type("pbrun").program(NOTHING)).contains("pbrun");
    }

    @Test
    @DisplayName("5.3 can be added, or replace a known one")
    void added() throws Exception {
        ExecutionType mine = new ExecutionType(
                "pbrun", ArgvTemplate.parse("my-pbrun {command}"), Optional.empty(), Optional.empty(), Quoting.NONE);
        ExecutionTypes more = types.with(List.of(mine));

        assertThat(more.find("pbrun")).contains(mine);
        assertThat(more.names()).containsExactly("local", "pbrun", "p7s", "wwrs", "ssh");
        assertThat(types.find("pbrun")).isNotEqualTo(Optional.of(mine));
    }

    @ParameterizedTest
    @CsvSource({"pbrn, pbrun", "PBRUN, pbrun", "lokal, local", "shh, ssh", "wwsr, wwrs"})
    @DisplayName("that is not known is similar to one that was meant")
    void similar(String name, String meant) {
        assertThat(types.find(name)).isEmpty();
        assertThat(types.similarTo(name)).first().isEqualTo(meant);
    }

    @Test
    @DisplayName("that is like no known one has none that was meant")
    void notSimilar() {
        assertThat(types.similarTo("kubernetes")).isEmpty();
    }
}
