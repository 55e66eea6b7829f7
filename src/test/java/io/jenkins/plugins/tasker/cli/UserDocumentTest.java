package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.journal.WholeJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every task file of the user's document as printed, and compares the flow with the table of appendix A. Wrappers are the
 * scripts of the examples; every other program is a script with the exit code of the case.
 */
class UserDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```");

    /**
     * A line each: number of the code block in the document (from 0) | case | how programs end ({@code name:exit:out:err}),
     * {@code +NAME=value} adds a global | options | what ran, see {@link #executed} | exit code.
     */
    private static final String CASES = """
             0 | first run                     |                                              |                | 0 1 2*2 3 4 5 | 0
             0 | 0 not ok                      | echo:1                                       |                | 0 | 14
            17 | full run                      |                                              |                | 3 5 | 0
            17 | --start-from=5                |                                              | --start-from=5 | 5 | 0
            18 |                               |                                              |                | 10 | 0
            23 | ok                            |                                              |                | 0 | 0
            23 | not ok                        | systemctl:3                                  |                | 0 | 14
            24 |                               |                                              |                | 0 | 0
            25 | ids missing                   |                                              |                | | 20
            26 | undefined global and tasks    |                                              |                | | 20
            27 | no task                       |                                              |                | | 20
            28 | no task                       |                                              |                | | 20
            29 |                               |                                              |                | 0 | 0
            30 |                               |                                              |                | 0 | 0
            31 |                               |                                              |                | 0 | 0
            32 |                               |                                              |                | 0 | 0
            33 |                               |                                              |                | 0 | 0
            34 |                               |                                              |                | 0 | 0
            35 |                               |                                              |                | 0 | 0
            36 |                               |                                              |                | 0 | 0
            37 | no task                       |                                              |                | | 20
            38 | no task                       |                                              |                | | 20
            39 | ENVIRONMENT undefined         |                                              |                | | 20
            39 | ENVIRONMENT set, 0 ok         | +ENVIRONMENT=production                      |                | 0 | 0
            39 | ENVIRONMENT set, 0 not ok     | +ENVIRONMENT=production pbrun:1              |                | 0 999 | 1
            39 | ENVIRONMENT empty             | +ENVIRONMENT=                                |                | 0x | 0
            40 | undefined globals             |                                              |                | | 20
            41 |                               |                                              |                | 0 1 | 0
            42 |                               |                                              |                | 0 1 | 0
            43 | 0 ok                          |                                              |                | 0 1 2 | 0
            43 | 0 not ok                      | get_app_version:1                            |                | 0 1x 2 | 0
            44 | 0 ok                          |                                              |                | 0 1 2x | 0
            44 | 0 not ok                      | curl:22                                      |                | 0 1x 2 | 0
            45 | stderr empty                  |                                              |                | 0 1x | 0
            45 | stderr not empty, 1 ok        | backup_database:1::disk_full                 |                | 0 1 | 0
            45 | stderr not empty, 1 not ok    | backup_database:1::disk_full send_error_alert:1 |             | 0 1 99 | 0
            46 | 0 and 1 ok, 1 prints          | calculate_metrics:0:42                       |                | 0 1 2 | 0
            46 | 0 not ok                      | extract_user_count:1                         |                | 0 1x 2x | 0
            47 |                               |                                              |                | 0 1 2 10 | 0
            48 | prints production             | check_environment:0:production               |                | 0 10 20x 99x | 0
            48 | prints development            | check_environment:0:development              |                | 0 10x 20 99x | 0
            48 | not ok, prints neither        | check_environment:1                          |                | 0 10x 20x 99 | 0
            49 |                               |                                              |                | 0 1 2x | 0
            51 | ok and prints                 | get_config_value:0:on                        |                | 0 1 | 0
            51 | ok and prints nothing         |                                              |                | 0 1x | 0
            51 | not ok                        | get_config_value:1:on                        |                | 0 1x | 0
            52 |                               | tail:0:line                                  |                | 0 1 | 0
            53 | not ok                        | critical_operation:9                         |                | 0 1 | 0
            54 | undefined globals             |                                              |                | | 20
            55 |                               |                                              |                | 0 | 0
            56 | ENVIRONMENT undefined         |                                              |                | | 20
            56 | ENVIRONMENT=production        | +ENVIRONMENT=production                      |                | 0 1 2 | 0
            57 | any result                    | grep:1 database_backup:1                     |                | 0 1 | 0
            58 | no early break                |                                              |                | 0*11 1*101 | 0
            58 | break at the first run        | check_service_status:0:running process_queue_item:0:queue_empty | | 0 1 | 0
            59 | 0 ok                          |                                              |                | 0 1 | 0
            59 | 0 not ok                      | risky_command:1                              |                | 0 2 | 0
            60 | 0 ok                          |                                              |                | 0 | 0
            60 | 0 not ok                      | check_condition:1                            |                | 0 1 | 1
            61 | sleeps 5 s                    |                                              |                | 0 | 0
            62 |                               |                                              |                | 0 | 0
            63 |                               |                                              |                | 0 1 | 0
            67 |                               |                                              |                | 0 1 | 0
            68 | ok and prints running         | check_status:0:running                       |                | 0 1 | 0
            68 | not ok                        | check_status:1:running                       |                | 0 2 | 0
            69 |                               |                                              |                | 0 1*6 2 | 0
            70 | all good                      |                                              |                | 0 5 6 7 8 10 15 | 0
            70 | 0 not ok                      | validate_deployment_readiness:1              |                | 0 99 | 1
            70 | a deployment fails            | deploy_application:1                         |                | 0 5 6*3 7*3 8*3 90 99 | 1
            """;

    @TempDir
    Path directory;

    static Stream<List<String>> cases() {
        return CASES.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::trim).toList());
    }

    @ParameterizedTest(name = "block {0}")
    @MethodSource("cases")
    @DisplayName("Appendix A, 9.11 the snippets of the user's document")
    void snippet(List<String> columns) throws IOException {
        List<RunEvent> events = new ArrayList<>();
        int exitCode = run(columns, events);
        assertThat(executed(events)).as(columns.toString()).isEqualTo(columns.get(4));
        assertThat(exitCode).as(columns.toString()).isEqualTo(Integer.parseInt(columns.get(5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workflowExample")
    @DisplayName("Appendix A, 10.1 the workflow example counts and toggles")
    void workflowExample(List<String> columns) throws IOException {
        List<RunEvent> events = new ArrayList<>();
        run(columns, events);
        events.clear();
        int exitCode = run(columns, events);
        assertThat(executed(events)).isEqualTo("0 1 2*3 3 6 7");
        assertThat(exitCode).isEqualTo(1);
    }

    static Stream<List<String>> workflowExample() {
        return cases().limit(1);
    }

    private int run(List<String> columns, List<RunEvent> events) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        StringBuilder text = new StringBuilder();
        String snippet = block(Integer.parseInt(columns.get(0)));
        Matcher programs = Pattern.compile("(?m)^command=([A-Za-z0-9_./]+)").matcher(snippet);
        while (programs.find()) {
            if (!List.of("echo", "ps", "ls").contains(programs.group(1))
                    && !programs.group(1).contains("/")) {
                Commands.program(bin, programs.group(1), "exit 0");
            }
        }
        for (String wrapper : List.of("pbrun", "p7s", "wwrs_clir")) {
            Files.deleteIfExists(bin.resolve(wrapper));
            Files.copy(Repository.file("examples/bin").resolve(wrapper), bin.resolve(wrapper));
        }
        for (String script : List.of("increment_counter.sh", "toggle_exit.sh")) {
            Files.deleteIfExists(directory.resolve(script));
            Files.copy(Repository.file("examples").resolve(script), directory.resolve(script));
        }
        for (String setup :
                columns.get(2).isEmpty() ? new String[0] : columns.get(2).split(" ")) {
            if (setup.startsWith("+")) {
                text.append(setup.substring(1)).append('\n');
            } else {
                String[] end = setup.split(":", -1);
                String out = end.length > 2 ? "echo '" + end[2] + "'\n" : "";
                String err = end.length > 3 ? "echo '" + end[3] + "' >&2\n" : "";
                Commands.program(bin, end[0], (end.length > 2 && end[2].isEmpty() ? "" : out) + err + "exit " + end[1]);
            }
        }
        Path file = Files.writeString(directory.resolve("snippet.txt"), text + snippet);
        Commands commands = new Commands(directory);
        List<String> arguments = new ArrayList<>(List.of("-r", "--skip-host-validation", file.toString()));
        if (!columns.get(3).isEmpty()) {
            arguments.add(columns.get(3));
        }
        int exitCode = commands.run(arguments.toArray(String[]::new));
        for (Path journal : commands.files(RecordedRuns.SUFFIX)) {
            events.clear();
            events.addAll(WholeJournal.read(journal).events());
        }
        return exitCode;
    }

    /** Returns ids in the order of first starts, in the notation of the table: {@code 1x} was skipped, {@code 1*6} ran six times. */
    private static String executed(List<RunEvent> events) {
        Map<String, Integer> starts = new LinkedHashMap<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TaskStarted started) {
                starts.merge(started.task().task().toString(), 1, Integer::sum);
            } else if (event instanceof RunEvent.GroupStarted started) {
                starts.merge(started.task().task().toString(), 1, Integer::sum);
            } else if (event instanceof RunEvent.TaskSkipped skipped) {
                starts.merge(skipped.task().task() + "x", 1, Integer::sum);
            } else if (event instanceof RunEvent.TaskEnded ended) {
                starts.putIfAbsent(ended.task().task().toString(), 1);
            }
        }
        return starts.entrySet().stream()
                .map(start -> start.getKey() + (start.getValue() > 1 ? "*" + start.getValue() : ""))
                .collect(Collectors.joining(" "));
    }

    private static String block(int number) throws IOException {
        String document = Files.readString(Repository.file("docs/tasker-2.0.md"));
        return BLOCK.matcher(document)
                .results()
                .skip(number)
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
