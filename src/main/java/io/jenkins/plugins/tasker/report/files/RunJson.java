package io.jenkins.plugins.tasker.report.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.TaskState;
import io.jenkins.plugins.tasker.report.ReportWords;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.report.TaskLabels;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/**
 * Writes the record of a run as one JSON document (rule 24.4). {@code docs/run.schema.json} describes it; times are in ISO 8601,
 * durations in seconds, and secrets are masked.
 */
public final class RunJson {

    /** Changes when a reader of an older document could misread a newer one. */
    private static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final RunRecord run;

    private RunJson(JsonGenerator json, RunRecord run) {
        this.json = json;
        this.run = run;
    }

    /**
     * Returns the document with a line end.
     *
     * @param file base name of the task file
     * @param exitCode of the run
     * @param run without a start if the run ended before its first task
     * @param log path of the log file
     */
    public static String of(String file, int exitCode, RunRecord run, String log) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            new RunJson(json, run).document(file, exitCode, log);
        }
        return out + "\n";
    }

    private void document(String file, int exitCode, String log) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("file", file);
        json.writeNumberField("exitCode", exitCode);
        json.writeStringField("log", log);
        json.writeBooleanField("started", run.started().isPresent());
        if (run.started().isPresent()) {
            started(run.started().get());
            totals(run.totals());
            json.writeArrayFieldStart("tasks");
            for (TaskExecution task : run.tasks()) {
                task(task);
            }
            json.writeEndArray();
            json.writeNumberField("earlierExecutions", run.earlier().count());
            json.writeArrayFieldStart("notStarted");
            for (var task : run.notStarted()) {
                json.writeString(task.id().toString());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (RunEvent.Note note : run.notes().kept()) {
                json.writeString(ReportWords.of(note));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void started(RunEvent.RunStarted started) throws IOException {
        json.writeStringField("runId", started.runId());
        json.writeStringField("sha256", started.sha256());
        json.writeBooleanField("dryRun", started.dryRun());
        json.writeStringField("start", started.time().toString());
        json.writeNumberField("duration", run.wallTime().toMillis() / 1000.0);
        text("reason", run.ended().map(RunEvent.RunEnded::reason));
        json.writeArrayFieldStart("settings");
        for (SettingSource setting : started.settings()) {
            json.writeStartObject();
            json.writeStringField("name", setting.name());
            json.writeStringField("value", setting.value());
            json.writeStringField("source", setting.source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void totals(RunTotals totals) throws IOException {
        json.writeObjectFieldStart("totals");
        json.writeNumberField("executed", totals.executed());
        json.writeNumberField("successful", totals.successful());
        json.writeNumberField("failed", totals.failed());
        json.writeNumberField("timedOut", totals.timedOut());
        json.writeNumberField("skipped", totals.skipped());
        json.writeNumberField("retried", totals.retried());
        json.writeNumberField("unknown", totals.unknown());
        json.writeEndObject();
    }

    private void task(TaskExecution task) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", TaskLabels.number(task));
        json.writeStringField("id", task.key().task().toString());
        text("parent", task.key().parent().map(Object::toString));
        text("host", task.isGroup() ? Optional.empty() : Optional.of(task.hostname()));
        json.writeStringField("command", task.commandLine());
        json.writeStringField("status", task.state().name());
        json.writeStringField("start", task.start().toString());
        json.writeNumberField("duration", task.duration().toMillis() / 1000.0);
        json.writeNumberField("attempts", task.attempts().size());
        if (task.result().isPresent()) {
            json.writeNumberField(
                    "exitCode", task.result().map(TaskResult::exitCode).get());
        } else {
            json.writeNullField("exitCode");
        }
        boolean failed = task.state() != TaskState.SUCCESS && task.state() != TaskState.SKIPPED;
        text("reason", failed ? Optional.of(StatusReason.of(task)) : Optional.empty());
        text("stdout", task.lastEnd().map(RunEvent.TaskEnded::stdoutShown));
        text("stderr", task.lastEnd().map(RunEvent.TaskEnded::stderrShown));
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }
}
