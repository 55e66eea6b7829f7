package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.documentation.Markdown;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FieldUseTest {

    @Test
    @DisplayName("3.3 the reference names for each field the tasks that have it")
    void reference() throws IOException {
        List<String> expected =
                Arrays.stream(Field.values()).map(FieldUseTest::tasks).toList();
        assertThat(Markdown.read("docs/reference.md").table("Fields").column(1)).isEqualTo(expected);
    }

    private static String tasks(Field field) {
        List<String> kinds = Stream.of(
                        TaskKind.NORMAL, TaskKind.RETURN, TaskKind.PARALLEL, TaskKind.CONDITIONAL, TaskKind.FAN_OUT)
                .filter(kind -> FieldUse.of(kind).contains(field))
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return kinds.size() == TaskKind.values().length ? "all" : kinds.stream().collect(Collectors.joining(", "));
    }
}
