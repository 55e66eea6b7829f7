package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.documentation.Markdown;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class CommandPageTest {

    @Test
    @DisplayName("docs/command.md has a row for each option, in the words of the help")
    void options() throws IOException {
        List<String> expected = Options.commandLine().getCommandSpec().options().stream()
                .map(CommandPageTest::row)
                .toList();
        List<String> shown = Markdown.read("docs/command.md").tables().stream()
                .filter(table -> table.heading().equals("Options"))
                .flatMap(table -> table.rows().stream())
                .map(cells -> "| " + String.join(" | ", cells) + " |")
                .toList();
        assertThat(shown)
                .as("the rows should be\n%s\n", String.join("\n", expected))
                .isEqualTo(expected);
    }

    private static String row(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        String names = Arrays.stream(option.names())
                .map(name -> name.equals(option.longestName()) ? name + value : name)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        return Stream.of(names, String.join(" ", option.description())).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
