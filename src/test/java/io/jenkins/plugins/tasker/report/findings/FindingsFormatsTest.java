package io.jenkins.plugins.tasker.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.report.files.ValidationReportFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.validation.HostCounts;
import io.jenkins.plugins.tasker.validation.HostFailure;
import io.jenkins.plugins.tasker.validation.HostValidation;
import io.jenkins.plugins.tasker.validation.OptionsBuilder;
import io.jenkins.plugins.tasker.validation.ReportLine;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the formats of a validation: report file, JSON, SARIF. */
class FindingsFormatsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-15T14:30:15Z"), ZoneOffset.UTC);

    private static TaskFileValidation validation() {
        return TaskFileValidation.of(
                TaskFileParser.parse("task=0\nhostname=h\ncommand=c\n next = \"x\"=1|ok\n"),
                new OptionsBuilder(ExecutionTypes.builtIn(), "local").build());
    }

    @Test
    @DisplayName("16.5 the report file of the day contains every validation with secrets masked")
    void reportFile(@TempDir Path directory) throws Exception {
        List<ReportLine> lines = List.of(
                new ReportLine(Level.ERROR, "line 1: secret\u001b [E01]"),
                new ReportLine(Level.INFO, "\u2705", "passed"));

        for (int i = 0; i < 2; i++) {
            ValidationReportFile.append(directory, CLOCK, "deploy.txt", lines, text -> text.replace("secret", "****"));
        }

        String once = """
                [2024-01-15 14:30:15] [INFO] Validation of deploy.txt
                [2024-01-15 14:30:15] [ERROR] line 1: ****\\x1B [E01]
                [2024-01-15 14:30:15] [INFO] passed
                """;
        assertThat(Files.readString(directory.resolve("validation_report_20240115.log")))
                .isEqualTo(once + once);
    }

    @Test
    @DisplayName("13.3 JSON contains all properties of findings and hosts")
    void json() throws Exception {
        HostValidation hosts = new HostValidation(
                new HostCounts(2, 1, 1),
                List.of(new HostFailure("Host a", HostFailure.NAME, "unknown")),
                List.of("w"),
                List.of(),
                Map.of());
        StringWriter out = new StringWriter();

        FindingsJson.write(out, "deploy.txt", validation(), Optional.of(hosts), UnaryOperator.identity());

        assertThat(out.toString().replaceAll("\\s+", " ")).isEqualTo("""
                        { "file" : "deploy.txt", "exitCode" : 20, "taskValidation" : { "passed" : false, \
                        "skipped" : false, "tasks" : 1, "findings" : [ { "code" : "E25", "severity" : "error", \
                        "line" : 4, "column" : 15, "task" : 0, "field" : "next", "text" : "ok", \
                        "message" : "the condition in 'next' contains an unknown test 'ok'", \
                        "remedy" : "write a test such as exit_0, success, stdout~text, stdout_count>3 or @NAME@=value; \
                        AND, OR, NOT in upper case" } ] }, "hostValidation" : { "passed" : false, "hosts" : 2, "resolved" : 1, "reachable" : 1, \
                        "failures" : [ { "subject" : "Host a", "exitCode" : 21, "reason" : "unknown" } ], \
                        "warnings" : [ "w" ], "leftOut" : [ ] } }\s""");
    }

    @Test
    @DisplayName("13.3 JSON without host validation has null, and the writer stays open")
    void jsonWithoutHosts() throws Exception {
        StringWriter out = new StringWriter();

        FindingsJson.write(out, "a", validation(), Optional.empty(), UnaryOperator.identity());
        FindingsJson.write(out, "b", validation(), Optional.empty(), UnaryOperator.identity());

        assertThat(out.toString()).containsSubsequence("\"a\"", "\"hostValidation\" : null", "\"b\"");
    }

    @Test
    @DisplayName("13.3 SARIF 2.1.0 points at line and column, and describes the codes that occur")
    void sarif() throws Exception {
        StringWriter out = new StringWriter();

        FindingsSarif.write(out, Map.of("my tasks/a:b.txt", validation().findings()), UnaryOperator.identity());

        assertThat(out.toString().replaceAll("\\s+", " ")).isEqualTo("""
                        { "$schema" : "https://json.schemastore.org/sarif-2.1.0.json", "version" : "2.1.0", \
                        "runs" : [ { "tool" : { "driver" : { "name" : "Tasker for Jenkins", "rules" : [ { "id" : "E25", \
                        "shortDescription" : { "text" : "the condition in '...' contains an unknown test '...'" }, \
                        "defaultConfiguration" : { "level" : "error" } } ] } }, "columnKind" : "utf16CodeUnits", \
                        "results" : [ { "ruleId" : "E25", "ruleIndex" : 0, "level" : "error", "message" : { "text" : \
                        "the condition in 'next' contains an unknown test 'ok'; write a test such as exit_0, success, \
                        stdout~text, stdout_count>3 or @NAME@=value; AND, OR, NOT in upper case" }, "locations" : [ { "physicalLocation" : { \
                        "artifactLocation" : { "uri" : "my%20tasks/a:b.txt" }, "region" : { "startLine" : 4, \
                        "startColumn" : 15 } }, "logicalLocations" : [ { "name" : "task 0" } ] } ] } ] } ] }\s""");
    }

    @Test
    @DisplayName("13.3 SARIF names files by URI")
    void sarifNamesFilesByUri() throws Exception {
        for (Map.Entry<String, String> file : Map.of(
                        "a:b.txt", "./a:b.txt", "/tmp/x y.txt", "file:///tmp/x%20y.txt", "dir\\f.txt", "dir/f.txt")
                .entrySet()) {
            StringWriter out = new StringWriter();
            FindingsSarif.write(out, Map.of(file.getKey(), validation().findings()), UnaryOperator.identity());
            assertThat(out.toString()).contains("\"uri\" : \"" + file.getValue() + "\"");
        }
    }
}
