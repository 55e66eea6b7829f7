package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputJsonTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void files() throws IOException {
        commands = new Commands(directory);
        Files.writeString(
                directory.resolve("deploy.txt"),
                "API_TOKEN=abcdef123\ntask=0\nhostname=h\nexec=local\ncommand=echo\narguments=@API_TOKEN@\n"
                        + "task=1\nhostname=h\nexec=local\ncommand=false\nnext=exit_0\n"
                        + "task=2\nhostname=h\nexec=local\ncommand=true\n");
        Files.writeString(directory.resolve("bad.txt"), "task=0\nhostname=h\n");
    }

    @Test
    @DisplayName("24.4 --output-json without a value leaves stdout to one JSON document and takes no argument")
    void stdout() throws IOException {
        assertThat(commands.run("-r", "--output-json", "deploy.txt")).isEqualTo(14);
        Map<String, Object> document = parse(commands.out());
        assertThat(document)
                .containsEntry("exitCode", 14L)
                .containsEntry("file", "deploy.txt")
                .containsEntry("started", true)
                .containsEntry("notStarted", List.of("2"));
        assertThat((List<?>) document.get("tasks")).hasSize(2);
        assertThat(commands.files(".journal")).hasSize(1);
    }

    @Test
    @DisplayName("24.4 --output-json=PATH writes a file, and stdout has the log")
    void file() throws IOException {
        assertThat(commands.run("-r", "deploy.txt", "--output-json=out/run.json"))
                .isEqualTo(14);
        assertThat(commands.out()).contains("[INFO] Final exit code: 14");
        assertThat(parse(Files.readString(directory.resolve("out/run.json")))).containsEntry("exitCode", 14L);
    }

    @Test
    @DisplayName("24.4 a run that ended before its first task has a document, too")
    void notStarted() throws IOException {
        assertThat(commands.run("-r", "--output-json", "bad.txt")).isEqualTo(20);
        assertThat(parse(commands.out()).keySet()).containsExactly("version", "file", "exitCode", "log", "started");
    }

    @Test
    @DisplayName("16.4 the JSON document has secrets masked")
    void secrets() {
        commands.run("-r", "--output-json", "deploy.txt");
        assertThat(commands.out()).contains("echo ****").doesNotContain("abcdef123");
    }

    @Test
    @DisplayName("24.4 the document has the properties of the published schema, and no other")
    void schema() throws IOException {
        commands.run("-r", "--output-json", "deploy.txt");
        Map<String, Object> schema = parse(Files.readString(Repository.file("docs/run.schema.json")));
        assertMatches(parse(commands.out()), schema, "$");
    }

    /** Checks what the schema uses: types, enumerations, required and further properties. */
    @SuppressWarnings("unchecked")
    private static void assertMatches(Object value, Map<String, Object> schema, String place) {
        if (schema.containsKey("const")) {
            assertThat(value).as(place).isEqualTo(schema.get("const"));
        } else if (schema.containsKey("enum")) {
            assertThat((List<Object>) schema.get("enum")).as(place).contains(value);
        } else {
            Object type = schema.get("type");
            List<?> types = type instanceof List<?> several ? several : List.of(type);
            assertThat(types.stream().anyMatch(name -> isOf((String) name, value)))
                    .as(place + " " + value)
                    .isTrue();
        }
        if (value instanceof Map<?, ?>) {
            Map<String, Object> object = (Map<String, Object>) value;
            Map<String, Object> properties = (Map<String, Object>) schema.get("properties");
            assertThat(object.keySet()).as(place).isSubsetOf(properties.keySet());
            assertThat(object.keySet()).as(place).containsAll((List<String>) schema.get("required"));
            object.forEach((name, part) ->
                    assertMatches(part, (Map<String, Object>) properties.get(name), place + "." + name));
        } else if (value instanceof List<?> list) {
            list.forEach(part -> assertMatches(part, (Map<String, Object>) schema.get("items"), place + "[]"));
        }
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "array" -> value instanceof List;
            default -> value instanceof Map;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Map<String, Object> document = (Map<String, Object>) value(parser);
            assertThat(parser.nextToken()).isNull();
            return document;
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                return object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                return array;
            }
            case VALUE_NULL -> {
                return null;
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return parser.getBooleanValue();
            }
            case VALUE_NUMBER_INT -> {
                return parser.getLongValue();
            }
            case VALUE_NUMBER_FLOAT -> {
                return parser.getDoubleValue();
            }
            default -> {
                return parser.getText();
            }
        }
    }
}
