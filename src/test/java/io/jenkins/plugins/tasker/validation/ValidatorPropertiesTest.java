package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.CpuTime;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidatorPropertiesTest {

    private static final OptionsBuilder OPTIONS = new OptionsBuilder(GoldenFile.TYPES, "local");
    private static final int MANY = 5_000;

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> keys = Arbitraries.oneOf(
                Arbitraries.of(Field.class).map(Field::key),
                Arbitraries.of("task", "type", "A", "B", "1x", "", "timout"));
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "0",
                        "1",
                        "2",
                        "3",
                        "-1",
                        "007",
                        "999999999999999999",
                        "9999999999999999999",
                        "1.5",
                        "@A@",
                        "@B@",
                        "@1_stdout@",
                        "@0_success@",
                        "@9_exit@",
                        "@1_x@",
                        "parallel",
                        "conditional",
                        "0,1,1",
                        ",",
                        "1,2,x",
                        "true",
                        "local",
                        "exit_0",
                        "loop",
                        "loop&exit_1",
                        "never",
                        "all_success",
                        "min_success=@A@",
                        "(",
                        "a b",
                        "'a",
                        "a | b",
                        "-x",
                        "space,1",
                        ",0",
                        "stdout~ a|@A@=@B@"),
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(4));
        Arbitrary<String> lines = Combinators.combine(keys, values).as((key, value) -> key + "=" + value + "\n");
        return lines.list().ofMaxSize(40).map(all -> String.join("", all));
    }

    @Property(tries = 300)
    @Label("13.1 Every file is validated, with printable findings; skipping keeps the starred errors")
    void anyFileIsValidated(@ForAll("files") String text) {
        TaskFile file = TaskFileParser.parse(text);

        List<Finding> all = TaskFileValidator.validate(
                file, OPTIONS.skippingTaskValidation(false).build());
        List<Finding> unskippable = TaskFileValidator.validate(
                file, OPTIONS.skippingTaskValidation(true).build());

        assertThat(unskippable)
                .containsExactlyElementsOf(all.stream()
                        .filter(finding -> !finding.code().isSkippable())
                        .toList());
        assertThat(all).allSatisfy(finding -> {
            assertThat(finding.toString()).doesNotContainPattern("\\p{Cntrl}");
            assertThat(finding.location().line()).isPositive();
            assertThat(finding.location().column().orElse(1)).isPositive();
        });
        if (unskippable.isEmpty()) {
            Workflow workflow = Workflow.of(file, Map.of());
            assertThat(Plan.lines(workflow, workflow.start(), "local", HostSources.none()))
                    .allMatch(line -> line.indexOf('\n') < 0);
        }
    }

    /** Large files of every shape, which a check of more than linear effort would make slow. */
    private enum Large {
        SEQUENCE(i -> "arguments=@" + Math.max(0, i - 1) + "_stdout@\nnext=exit_0&(stdout~ok|stderr~)\n"),
        REFERENCES(i -> "arguments=@" + (i * 7919L % MANY) + "_stdout@\n"),
        JUMPS_BACK(i -> "on_failure=" + (i * 31L % MANY) + "\n"),
        JUMPS_TO_START(i -> "next=exit_0\non_failure=0\n"),
        GAPS(i -> "on_success=" + (i * 7L % MANY) + "\n", 2),
        ONE_GROUP(i -> i == 0
                ? "type=parallel\ntasks="
                        + IntStream.range(1, MANY).mapToObj(String::valueOf).collect(Collectors.joining(","))
                        + "\n"
                : "arguments=@0_stdout@\n"),
        JUMPS_INTO_GROUP(i -> i == 0
                ? "type=parallel\ntasks="
                        + IntStream.range(MANY / 2, MANY)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(","))
                        + "\n"
                : "on_success=" + (MANY / 2 + i / 2) + "\n"),
        GLOBALS(i -> "G" + i + "=@G" + (i + 1) % MANY + "@\ncommand=@G" + i + "@\n");

        private final IntFunction<String> task;
        private final int step;

        Large(IntFunction<String> task) {
            this(task, 1);
        }

        Large(IntFunction<String> task, int step) {
            this.task = task;
            this.step = step;
        }

        TaskFile file() {
            return TaskFileParser.parse(IntStream.range(0, MANY)
                    .mapToObj(i -> "task=" + i * step + "\nhostname=h\ncommand=c\n" + task.apply(i))
                    .collect(Collectors.joining()));
        }
    }

    @ParameterizedTest
    @DisplayName("13.1 Five thousand tasks of any shape are validated in linear time")
    @EnumSource
    void validationIsLinear(Large large) throws Throwable {
        TaskFile file = large.file();

        Duration time = CpuTime.of(() -> assertThat(TaskFileValidator.validate(
                        file, OPTIONS.skippingTaskValidation(false).build()))
                .anyMatch(finding -> finding.location().task().equals(Optional.of(new TaskId(2000)))));

        assertThat(time).isLessThan(Duration.ofSeconds(3));
    }
}
