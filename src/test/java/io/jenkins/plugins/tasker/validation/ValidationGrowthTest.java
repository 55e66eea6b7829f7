package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.Growth;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the time of validation and plan grows linearly with the number of tasks. */
class ValidationGrowthTest {

    private static final Map<String, IntFunction<String>> FILES = Map.of(
            "one after another", tasks -> tasks(0, tasks, ""),
            "each with the result of the first", tasks -> tasks(0, tasks, "arguments=@0_stdout@\n"),
            "each with a jump to the last", tasks -> tasks(0, tasks, "on_failure=" + (tasks - 1) + "\n"),
            "each with a jump to the first", tasks -> tasks(0, tasks, "on_failure=0\n"),
            "each with a mistake", tasks -> tasks(0, tasks, "timeout=soon\nargument=x\n"),
            "each with a result of its own", ValidationGrowthTest::chain,
            "all in one group", tasks -> "task=0\ntype=parallel\ntasks=" + ids(tasks) + "\n\n" + tasks(1, tasks, ""),
            "all in a branch",
                    tasks -> "task=0\ntype=conditional\ncondition=@ROLE@=web\nif_true_tasks=" + ids(tasks) + "\n\n"
                            + tasks(1, tasks, ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one after another",
                "each with the result of the first",
                "each with a jump to the last",
                "each with a jump to the first",
                "each with a mistake",
                "each with a result of its own",
                "all in one group",
                "all in a branch"
            })
    void validationAndPlanGrowWithTheTasksOfTheFile(String shape) {
        Growth.assertLinear("tasks " + shape, tasks -> {
            String text = FILES.get(shape).apply(tasks);
            return () -> {
                TaskFileValidator.validate(TaskFileParser.parse(text), options());
                Workflow workflow = Workflow.of(TaskFileParser.parse(text), Map.of());
                Plan.lines(workflow, workflow.start(), "pbrun", HostSources.none());
            };
        });
    }

    private static ValidationOptions options() {
        return new OptionsBuilder(GoldenFile.TYPES, "pbrun").build();
    }

    private static String chain(int tasks) {
        return IntStream.range(0, tasks)
                .mapToObj(id ->
                        task(id, id == 0 ? "" : "condition=@" + (id - 1) + "_exit@=0&@" + id / 2 + "_stdout@~x\n"))
                .collect(Collectors.joining());
    }

    private static String tasks(int first, int last, String more) {
        return IntStream.range(first, last).mapToObj(id -> task(id, more)).collect(Collectors.joining());
    }

    private static String task(int id, String more) {
        return "task=" + id + "\nhostname=web" + id % 100 + "\ncommand=check\n" + more + "\n";
    }

    private static String ids(int tasks) {
        return IntStream.range(1, tasks).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
