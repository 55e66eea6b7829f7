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
import org.junit.jupiter.params.provider.ValueSource;

class ValidationAndPlanTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void files() throws IOException {
        commands = new Commands(directory);
        file("good.txt", "task=0\nhostname=localhost\nexec=local\ncommand=touch\narguments=%s\n".formatted(marker()));
        file(
                "bad.txt",
                "task=0\nhostname=h\nexec=local\ncommand=touch\narguments=" + marker()
                        + "\nnext=exit_0&&exit_1\non_success=7\n");
        file("remote.txt", "task=0\nhostname=no-such-host.invalid\nexec=pbrun\ncommand=date\n");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private Path marker() {
        return directory.resolve("was-run");
    }

    @Test
    @DisplayName("13.8 --warnings-as-errors prevents the run of a file with a warning")
    void warningsAsErrors() throws IOException {
        file("warned.txt", Files.readString(directory.resolve("good.txt")) + "NEVER_USED=1\n");
        assertThat(commands.run("-r", "--warnings-as-errors", "warned.txt")).isEqualTo(20);
        assertThat(commands.out()).contains("[ERROR] ").contains("[W");
        assertThat(marker()).doesNotExist();
        assertThat(commands.run("-r", "--warnings-as-errors", "good.txt")).isZero();
    }

    @Test
    @DisplayName("13.1, 15.2 errors of the task file end with 20 before the first task, and all are logged")
    void errors() {
        assertThat(commands.run("-r", "bad.txt")).isEqualTo(20);
        assertThat(commands.out())
                .contains("[ERROR] line 6, task 0: the condition in 'next' cannot be read at '&exit_1'")
                .contains("[ERROR] line 7, task 0: field 'on_success' names task 7, which is not defined [E20]");
        assertThat(marker()).doesNotExist();
    }

    @Test
    @DisplayName("13.2 --skip-task-validation skips all checks that can be skipped")
    void skipTaskValidation() {
        assertThat(commands.run("-r", "--skip-task-validation", "bad.txt")).isEqualTo(14);
        assertThat(marker()).exists();
    }

    @Test
    @DisplayName("14.5 an unresolved host ends with 21 before the first task, also in a dry run")
    void hosts() {
        assertThat(commands.run("-r", "remote.txt")).isIn(21, 61);
        assertThat(commands.run("remote.txt")).isEqualTo(21);
        assertThat(commands.out())
                .containsSubsequence(
                        "Testing 1 host (names, pings)", "Host no-such-host.invalid: the name does not resolve");
    }

    @Test
    @DisplayName("14.6 --skip-host-validation skips the host checks, with a warning")
    void skipHostValidation() {
        assertThat(commands.run("--skip-host-validation", "remote.txt")).isZero();
        assertThat(commands.out()).contains("[WARN] Host validation skipped");
    }

    @Test
    @DisplayName("15.3 --validate-only never runs a task and ends with 0 if everything passed")
    void validateOnly() {
        assertThat(commands.run("-r", "--validate-only", "good.txt")).isZero();
        assertThat(commands.out())
                .contains("All validations passed - ready for execution")
                .doesNotContain("Task 0:");
        assertThat(marker()).doesNotExist();
        assertThat(commands.run("-r", "--validate-only", "bad.txt")).isEqualTo(20);
    }

    @Test
    @DisplayName("15.3 --format json prints one object and nothing else")
    void json() {
        assertThat(commands.run("--validate-only", "--format", "json", "bad.txt"))
                .isEqualTo(20);
        assertThat(commands.out())
                .startsWith("{")
                .contains("\"code\" : \"E24\"")
                .doesNotContain("[ERROR]");
        assertThat(commands.run("--format", "json", "bad.txt")).isEqualTo(2);
    }

    @Test
    @DisplayName("16.5 each validation is appended to the report of the day")
    void report() throws IOException {
        commands.run("--validate-only", "good.txt");
        commands.run("--validate-only", "bad.txt");
        assertThat(commands.files(".log"))
                .filteredOn(file -> file.getFileName().toString().matches("validation_report_\\d{8}\\.log"))
                .singleElement()
                .satisfies(
                        file -> assertThat(file).content().contains("good.txt").contains("[E20]"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"y\n", "YES\n", "what?\ny\n"})
    @DisplayName("15.4 --show-plan shows the plan and runs it on y or yes")
    void approved(String answer) {
        assertThat(commands.answering(answer).run("-r", "--show-plan", "good.txt"))
                .isZero();
        assertThat(commands.out()).contains("touch").contains("Run this plan?");
        assertThat(marker()).exists();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "\n", "n\n", "No\n"})
    @DisplayName("15.4 --show-plan ends with 0 on any other answer, including the end of input")
    void declined(String answer) {
        assertThat(commands.answering(answer).run("-r", "--show-plan", "good.txt"))
                .isZero();
        assertThat(marker()).doesNotExist();
    }

    @Test
    @DisplayName("16.8 the summary of a project names who declined the plan")
    void declinedInSummary() throws IOException {
        commands.answering("n\n").run("-r", "--show-plan", "-p", "P", "good.txt");

        assertThat(directory.resolve("TASKER/project_P_summary.log"))
                .content()
                .contains("\tdeclined by " + System.getProperty("user.name") + "\t0\tDECLINED\t");
    }

    @Test
    @DisplayName("15.4 with --validate-only the plan is printed without a question")
    void planOnly() {
        assertThat(commands.run("-r", "--show-plan", "--validate-only", "good.txt"))
                .isZero();
        assertThat(commands.out()).contains("Task 0: localhost: touch").doesNotContain("Run this plan?");
    }
}
