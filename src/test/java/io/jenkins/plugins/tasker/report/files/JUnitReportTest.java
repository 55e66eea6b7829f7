package io.jenkins.plugins.tasker.report.files;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.Xml;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class JUnitReportTest {

    @TempDir
    Path directory;

    @Test
    void eachExecutedTaskIsACase() {
        Element suite = report(new SampleRun()
                .task(key(0), "web1", "id -un", 0, "root\n", 1234)
                .task(key(1), "web1", "check", 3, "", 10)
                .skip(key(2), "@ENV@=production")
                .group(key(5), 2, 6)
                .task(member(5, 6, 0, 0), "db1", "restart", 0, "", 20)
                .groupEnd(key(5), new GroupCounts(1, 0, 0, 0), 20)
                .start(key(8), "web2", "deploy"));

        assertThat(suite.getAttribute("name")).isEqualTo("deploy");
        assertThat(attributes(suite, "tests", "failures", "errors", "skipped")).containsExactly("5", "1", "1", "1");
        assertThat(cases(suite))
                .extracting(c ->
                        c.getAttribute("classname") + " | " + c.getAttribute("name") + " | " + c.getAttribute("time"))
                .containsExactly(
                        "deploy.Tasks | 0: id -un | 1.234",
                        "deploy.Tasks | 1: check | 0.010",
                        "deploy.Tasks | 2 | 0.000",
                        "deploy.Task 5 | 6: restart | 0.020",
                        "deploy.Tasks | 8: deploy | 0.000");
        assertThat(child(cases(suite).get(0), "system-out").getTextContent()).isEqualTo("root\n");
        assertThat(child(cases(suite).get(1), "failure").getAttribute("message"))
                .isEqualTo("exit code 3 on web1");
        assertThat(child(cases(suite).get(1), "system-err").getTextContent()).isEqualTo("something failed\n");
        assertThat(child(cases(suite).get(2), "skipped").getAttribute("message"))
                .isEqualTo("condition '@ENV@=production' is false");
        assertThat(child(cases(suite).get(4), "error").getAttribute("message"))
                .isEqualTo("started; its end is unknown on web2");
    }

    @Test
    void nameIsThePlannedCommand() throws Exception {
        PlannedTask planned = new PlannedTask(
                new TaskId(0),
                "web1",
                TaskKind.NORMAL,
                "deploy @3_stdout@",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        Element suite = report(new SampleRun()
                .add(new RunEvent.WorkflowPlanned(List.of(planned)))
                .task(key(0), "web1", "deploy 2026-03-01T08:00", 0, "", 5));

        assertThat(cases(suite).get(0).getAttribute("name")).isEqualTo("0: deploy @3_stdout@");
    }

    @Test
    void nameHasGlobalsAsWritten() throws Exception {
        PlannedTask planned = new PlannedTask(
                new TaskId(0),
                "web1",
                TaskKind.NORMAL,
                "deploy 2.1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of("deploy @VERSION@"));
        Element suite = report(new SampleRun()
                .add(new RunEvent.WorkflowPlanned(List.of(planned)))
                .task(key(0), "web1", "deploy 2.1", 0, "", 5));

        assertThat(cases(suite).get(0).getAttribute("name")).isEqualTo("0: deploy @VERSION@");
    }

    @Test
    void repetitionsAndVisitsHaveDifferentNames() {
        Element suite = report(new SampleRun()
                .task(repeated(2, 0), "h", "x", 0, "", 5)
                .task(repeated(2, 1), "h", "x", 0, "", 5)
                .task(key(2).visit(1), "h", "x", 0, "", 5));

        assertThat(cases(suite)).extracting(c -> c.getAttribute("name")).containsExactly("2: x", "2.1: x", "2: x (2)");
    }

    @Test
    void earlierAttemptsAreReruns() {
        Element suite = report(new SampleRun()
                .start(member(5, 6, 0, 0), "web1", "x")
                .end(member(5, 6, 0, 0), 1, "", "busy\n", 5, true)
                .start(member(5, 6, 0, 1), "web1", "x")
                .end(member(5, 6, 0, 1), 0, "", "", 5, false)
                .start(member(5, 7, 1, 0), "web2", "x")
                .end(member(5, 7, 1, 0), 1, "", "busy\n", 5, true)
                .start(member(5, 7, 1, 1), "web2", "x")
                .end(member(5, 7, 1, 1), 2, "", "dead\n", 5, false));

        Element flaky = child(cases(suite).get(0), "flakyFailure");
        assertThat(flaky.getAttribute("message")).isEqualTo("exit code 1");
        assertThat(child(flaky, "system-err").getTextContent()).isEqualTo("busy\n");
        assertThat(child(cases(suite).get(1), "failure").getAttribute("message"))
                .isEqualTo("exit code 2 on web2");
        assertThat(child(cases(suite).get(1), "rerunFailure").getAttribute("message"))
                .isEqualTo("exit code 1");
    }

    @Test
    void outputOfAnyKindIsLegalXml() throws Exception {
        String output = "a<b>&\"]]>\u0000\u0007\u001b[31m\t\u0085\uFFFE\uD83D!\uD83D\uDE00\r\nend";
        Element suite = report(new SampleRun().task(key(0), "h", "echo \"<x>\"\n", 0, output, 5));

        assertThat(cases(suite).get(0).getAttribute("name")).isEqualTo("0: echo \"<x>\"\n");
        assertThat(child(cases(suite).get(0), "system-out").getTextContent())
                .isEqualTo("a<b>&\"]]>\\x00\\x07\\x1B[31m\t\\x85\uFFFD\uFFFD!\uD83D\uDE00\r\nend");
    }

    @Test
    void settingsAndOutcomeAreProperties() {
        Element suite = report(new SampleRun().runEnd(14, "Task 3 failed", key(3)));

        assertThat(Xml.all(suite, "property"))
                .extracting(property -> property.getAttribute("name") + "=" + property.getAttribute("value"))
                .contains(
                        "started=2026-03-01T08:00:00Z",
                        "file=deploy.txt",
                        "execution type=local",
                        "exit code=14",
                        "outcome=Task 3 failed");
    }

    @Test
    void reportIsReplacedAsAWhole() throws Exception {
        Path file = directory.resolve("new/junit.xml");
        JUnitReport.write(new SampleRun().record(), file);
        JUnitReport.write(new SampleRun().task(key(0), "h", "x", 0, "", 5).record(), file);

        assertThat(cases(Xml.parse(Files.readString(file)))).hasSize(1);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void errorNamesADirectoryInPlaceOfTheFile() {
        assertThatThrownBy(() -> JUnitReport.write(new SampleRun().record(), directory))
                .isInstanceOf(IOException.class)
                .hasMessage("report " + directory + " cannot be written: it is a directory");
    }

    @Test
    void errorNamesAFileInPlaceOfTheDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> JUnitReport.write(new SampleRun().record(), file.resolve("junit.xml")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "report " + file.resolve("junit.xml") + " cannot be written: " + file + " is not a directory");
    }

    private static Element report(SampleRun run) {
        return Xml.parse(JUnitReport.xml(run.record()));
    }

    private static List<Element> cases(Element suite) {
        return Xml.all(suite, "testcase");
    }

    private static Element child(Element parent, String name) {
        List<Element> children = Xml.all(parent, name);
        assertThat(children).as(name).hasSize(1);
        return children.get(0);
    }

    private static List<String> attributes(Element element, String... names) {
        return List.of(names).stream().map(element::getAttribute).toList();
    }
}
