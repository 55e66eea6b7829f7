package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusualValuesTest {

    private static Stream<FindingCode> codes(String field) {
        String file = "task=0\ntype=parallel\ntasks=1,2\nretry_failed=true\n" + field
                + "\ntask=1\nhostname=h\ncommand=a\ntask=2\nhostname=h\ncommand=b\n";
        return TaskFileValidator.validate(
                        TaskFileParser.parse(file), new OptionsBuilder(ExecutionTypes.builtIn(), "pbrun").build())
                .stream()
                .map(Finding::code);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "retry_count=0",
                "retry_delay=61",
                "max_parallel=21",
                "max_parallel=3",
                "next=min_success=0",
                "next=min_failed=0"
            })
    @DisplayName("13.5 allowed but unusual values are reported as W13")
    void unusual(String field) {
        assertThat(codes(field)).contains(FindingCode.W13);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"retry_count=1", "retry_delay=60", "max_parallel=2", "next=min_success=1"})
    @DisplayName("13.5 usual values are not reported")
    void usual(String field) {
        assertThat(codes(field)).doesNotContain(FindingCode.W13);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"next=a=b", "next=1<2|exit_0"})
    @DisplayName("13.5 a comparison without reference and current result is reported as W22")
    void constant(String field) {
        assertThat(codes(field)).contains(FindingCode.W22);
    }
}
