package io.jenkins.plugins.tasker.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.validation.FindingLocation;
import io.jenkins.plugins.tasker.validation.OptionsBuilder;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FindingsTextTest {

    private static final String TASK = "task=0\nhostname=h\ncommand=c\n";

    @Test
    @DisplayName("24.2 a finding shows its source line, a caret under the place, then the remedy")
    void finding() {
        assertThat(text(TASK + "next=exit_0&(stdout~a\n")).isEqualTo("""
                        error[E24]: the condition in 'next' cannot be read at '(stdout~a': unbalanced parenthesis, missing operand or doubled operator
                         --> deploy.txt:4:13
                        4 | next=exit_0&(stdout~a
                          |             ^ write one & or | between two tests and close each parenthesis; quote a text that holds such characters

                        """);
    }

    @Test
    @DisplayName("24.2 a finding without a column points at its text, and one about a missing field at the task")
    void places() {
        assertThat(text("\ntask=0\nhostname=h\narguments=x @NAME@\n"))
                .contains(" --> deploy.txt:2:6\n2 | task=0\n  |      ^ ")
                .contains(" --> deploy.txt:4:13\n4 | arguments=x @NAME@\n  |             ^ add a line NAME=");
    }

    @Test
    @DisplayName("24.2 findings of one code about the same text are one finding that names the other lines")
    void related() {
        String text = text(TASK + "arguments=@NAME@\ntask=1\nhostname=@NAME@\ncommand=@NAME@\n");

        assertThat(text.split("error\\[E11]")).hasSize(2);
        assertThat(text).contains("  = also in lines 6, 7\n");
    }

    @Test
    @DisplayName("13.7 a warning code is shown five times, then once with the number of the others")
    void manyWarnings() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            file.append("UNUSED_" + i + "=x\n");
        }

        assertThat(text(file + TASK))
                .contains("'UNUSED_4'")
                .doesNotContain("'UNUSED_5'")
                .endsWith("warning[W08]: 3 more findings not shown\n\n");
    }

    @Test
    @DisplayName("24.2 tabs, wide characters and control characters do not move the caret")
    void carets() {
        assertThat(text(TASK + "next=\tstdout~\u6771\u4eac\u001b[31m &(x\n"))
                .contains("4 | next= stdout~\u6771\u4eac\\x1B[31m &(x\n  |                            ^");
    }

    @Test
    @DisplayName("16.4 secrets are masked in source lines, messages and remedies")
    void secrets() {
        String text = FindingsText.of(
                "deploy.txt",
                TASK + "next=(hunter22\n",
                validation(TASK + "next=(hunter22\n"),
                value -> value.replace("hunter22", "****"),
                TerminalStyle.PLAIN);

        assertThat(text).contains("4 | next=(****").doesNotContain("hunter22");
    }

    @Test
    @DisplayName("24.2 on a terminal errors are red, warnings yellow")
    void colours() {
        String file = "UNUSED=x\n" + TASK + "next=(\n";
        String text = FindingsText.of(
                "deploy.txt", file, validation(file), UnaryOperator.identity(), new TerminalStyle(true, 80));

        assertThat(text).contains("\u001b[1;31merror[E24]\u001b[0m").contains("\u001b[33mwarning[W08]\u001b[0m");
    }

    @Property(tries = 200)
    @Label("24.2 a source line is never wider than the terminal, and the caret stays below its place")
    void width(@ForAll String before, @ForAll String after, @ForAll @IntRange(min = 20, max = 200) int width) {
        String line = "stdout~" + before.replaceAll("[\\r\\n\"']", "") + "|" + after.replaceAll("[\\r\\n]", "");
        int place = line.indexOf('|');
        SourceLine shown = SourceLine.of(
                line,
                new FindingLocation(1, Optional.empty(), Optional.empty(), OptionalInt.of(place + 1), "|"),
                UnaryOperator.identity(),
                width);

        assertThat(DisplayWidth.of(shown.text())).isLessThanOrEqualTo(width);
        assertThat(shown.caret()).isLessThan(width);
        String atCaret = shown.text()
                .substring(DisplayWidth.start(shown.text(), shown.caret()).length());
        assertThat(atCaret).startsWith("|");
    }

    private static String text(String file) {
        return FindingsText.of("deploy.txt", file, validation(file), UnaryOperator.identity(), TerminalStyle.PLAIN);
    }

    private static TaskFileValidation validation(String file) {
        return TaskFileValidation.of(
                TaskFileParser.parse(file), new OptionsBuilder(ExecutionTypes.builtIn(), "pbrun").build());
    }
}
