package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.tasker.Repository;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.taskfile.Comparison;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.GroupTest;
import io.jenkins.plugins.tasker.taskfile.ResultName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditorsTest {

    private static final String GRAMMAR = "editors/vscode/syntaxes/tasker.tmLanguage.json";

    /** The texts of the grammar by their path, such as {@code /repository/field/begin}. */
    private static Map<String, String> grammar;

    @BeforeAll
    static void read() throws IOException {
        grammar = texts(GRAMMAR);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the grammar contains every field, and marks the fields with conditions")
    void field(Field field) {
        String rule =
                switch (field) {
                    case TASK -> "task/match";
                    case COMMAND, ARGUMENTS -> "words-field/begin";
                    default ->
                        field.substitution() == Field.Substitution.CONDITION ? "condition-field/begin" : "field/begin";
                };
        assertThat(firstGroup(grammar.get("/repository/" + rule), field.key() + "=x"))
                .isEqualTo(field.key());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the grammar contains every result of a task")
    void result(ResultName result) {
        assertThat("@1_" + result.key() + "@").matches(grammar.get("/repository/reference/patterns/match"));
    }

    @Test
    @DisplayName("the grammar contains every test and operator of conditions, and every execution type")
    void words() {
        String all = String.join("\n", grammar.values());
        for (GroupTest test : GroupTest.values()) {
            assertThat(all).contains("|" + test.key());
        }
        for (Comparison comparison : Comparison.values()) {
            assertThat(all).containsPattern("[|]" + comparison + "[|\n]|" + comparison + "\n");
        }
        assertThat(all).contains("|=~|");
        for (String type : ExecutionTypes.builtIn().names()) {
            assertThat(all).containsPattern("[|(:]" + type + "[|)]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "language-configuration.json"})
    @DisplayName("every file of the extension is JSON and names existing files")
    void files(String name) throws IOException {
        for (String text : texts("editors/vscode/" + name).values()) {
            if (text.startsWith("./")) {
                assertThat(Repository.file("editors/vscode").resolve(text)).exists();
            }
        }
    }

    private static String firstGroup(String pattern, String line) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Reads all texts by their path, without the indexes of lists; {@code all} joins them with line ends. */
    private static Map<String, String> texts(String file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(Files.readString(Repository.file(file)))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    String path =
                            json.getParsingContext().pathAsPointer().toString().replaceAll("/\\d+(?=/|$)", "");
                    texts.putIfAbsent(path, json.getText());
                    texts.merge("all", json.getText(), (a, b) -> a + "\n" + b);
                }
            }
        }
        return texts;
    }
}
