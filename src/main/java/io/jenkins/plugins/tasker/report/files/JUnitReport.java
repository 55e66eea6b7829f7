package io.jenkins.plugins.tasker.report.files;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.TaskState;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.report.TaskNames;
import io.jenkins.plugins.tasker.text.OnHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a run as JUnit XML with a test case for each executed or skipped task. The document is valid for the schemas of
 * Jenkins' xUnit plugin ({@code junit-10.xsd}) and of Surefire 3.0. Groups are classes, their sub-tasks are cases. Names are
 * the same in every run, so that Jenkins can show a history. Failed earlier attempts appear as Surefire's reruns.
 */
public final class JUnitReport {

    private final RunRecord run;
    private final TaskNames names;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Markup xml = new Markup(4096);

    private JUnitReport(RunRecord run) {
        this.run = run;
        this.names = new TaskNames(run);
    }

    /**
     * Creates or replaces a file.
     *
     * @throws IOException if the file cannot be written; the message contains the file and the reason
     */
    public static void write(RunRecord run, Path file) throws IOException {
        ReportFile.write(file, xml(run));
    }

    /** Returns the document. */
    public static String xml(RunRecord run) {
        return new JUnitReport(run).document();
    }

    private String document() {
        List<TaskExecution> cases = run.tasks().stream()
                .filter(task -> !task.isGroup() || task.state() == TaskState.SKIPPED)
                .toList();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").line();
        xml.start(
                "testsuite",
                "name",
                names.workflow(),
                "tests",
                cases.size(),
                "failures",
                count(cases, TaskState.FAILED) + count(cases, TaskState.TIMED_OUT),
                "errors",
                count(cases, TaskState.UNKNOWN),
                "skipped",
                count(cases, TaskState.SKIPPED),
                "time",
                TaskResult.seconds(run.wallTime()));
        properties();
        cases.forEach(this::testCase);
        return xml.line().end().line().toString();
    }

    private static long count(List<TaskExecution> cases, TaskState state) {
        return cases.stream().filter(task -> task.state() == state).count();
    }

    private void properties() {
        xml.line().start("properties");
        run.started().ifPresent(started -> {
            property("run", started.runId());
            property("started", started.time().toString());
            property("file", started.fileName());
            property("sha256", started.sha256());
            started.settings().forEach(setting -> property(setting.name(), setting.value()));
        });
        run.ended().ifPresent(ended -> {
            property("exit code", Integer.toString(ended.exitCode()));
            property("outcome", ended.reason());
        });
        xml.line().end();
    }

    private void property(String name, String value) {
        xml.line().empty("property", "name", name, "value", value);
    }

    private void testCase(TaskExecution task) {
        // Readers take the part before the last dot as a package.
        String type = names.workflow().replace('.', '_') + "." + TaskNames.group(task);
        String name = names.name(task);
        int times = seen.merge(type + '\n' + name, 1, Integer::sum);
        xml.line()
                .start(
                        "testcase",
                        "name",
                        times == 1 ? name : name + " (" + times + ")",
                        "classname",
                        type,
                        "time",
                        TaskResult.seconds(task.duration()));
        String reason = StatusReason.of(task);
        switch (task.state()) {
            case FAILED -> problem("failure", "failed", reason, task);
            case TIMED_OUT -> problem("failure", "timed out", reason, task);
            case UNKNOWN -> problem("error", "unknown", reason, task);
            default -> {}
        }
        if (task.state() != TaskState.UNKNOWN) {
            earlierAttempts(task);
        }
        if (task.state() == TaskState.SKIPPED) {
            xml.empty("skipped", "message", reason);
        }
        task.lastEnd().ifPresent(end -> {
            output("system-out", end.stdoutShown());
            output("system-err", end.stderrShown());
        });
        xml.end();
    }

    private void problem(String element, String type, String reason, TaskExecution task) {
        xml.element(element, detail(task), "message", OnHost.of(reason, task.hostname()), "type", type);
    }

    private static String detail(TaskExecution task) {
        return task.attempts().isEmpty()
                ? ""
                : "Executed [" + task.attempts().get(0).started().executionType() + "]: " + task.commandLine();
    }

    private void earlierAttempts(TaskExecution task) {
        String element = task.state() == TaskState.SUCCESS ? "flakyFailure" : "rerunFailure";
        for (int i = 0; i < task.attempts().size() - 1; i++) {
            TaskAttempt attempt = task.attempts().get(i);
            String reason = StatusReason.of(attempt);
            xml.start(element, "message", reason, "type", "failed").element("stackTrace", reason);
            attempt.ended().map(RunEvent.TaskEnded::stdoutShown).ifPresent(out -> output("system-out", out));
            attempt.ended().map(RunEvent.TaskEnded::stderrShown).ifPresent(err -> output("system-err", err));
            xml.end();
        }
    }

    private void output(String element, String text) {
        if (!text.isEmpty()) {
            xml.line().element(element, text);
        }
    }
}
