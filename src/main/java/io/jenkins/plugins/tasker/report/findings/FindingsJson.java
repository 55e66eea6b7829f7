package io.jenkins.plugins.tasker.report.findings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.validation.Finding;
import io.jenkins.plugins.tasker.validation.HostFailure;
import io.jenkins.plugins.tasker.validation.HostValidation;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes a validation as one JSON object ({@code --format json}). */
public final class FindingsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private FindingsJson() {}

    /**
     * Writes the object and a line end. The writer stays open.
     *
     * @param hosts empty if host validation was skipped; {@code hostValidation} is then null
     * @param mask replaces the secrets of the run by {@code ****} (rule 16.4)
     */
    public static void write(
            Writer out,
            String file,
            TaskFileValidation taskFile,
            Optional<HostValidation> hosts,
            UnaryOperator<String> mask)
            throws IOException {
        try (JsonGenerator json = new MaskedGenerator(JSON.createGenerator(out), mask)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            int hostCode = hosts.map(HostValidation::exitCode).orElse(0);
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeNumberField("exitCode", taskFile.isPassed() ? hostCode : taskFile.exitCode());
            json.writeFieldName("taskValidation");
            taskFile(json, taskFile);
            json.writeFieldName("hostValidation");
            if (hosts.isPresent()) {
                hosts(json, hosts.get());
            } else {
                json.writeNull();
            }
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void taskFile(JsonGenerator json, TaskFileValidation validation) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("passed", validation.isPassed());
        json.writeBooleanField("skipped", validation.skipped());
        json.writeNumberField("tasks", validation.tasks());
        json.writeArrayFieldStart("findings");
        for (Finding finding : validation.findings()) {
            finding(json, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", finding.code().name());
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("line", finding.location().line());
        if (finding.location().column().isPresent()) {
            json.writeNumberField("column", finding.location().column().getAsInt());
        }
        if (finding.location().task().isPresent()) {
            json.writeNumberField(
                    "task", finding.location().task().map(TaskId::value).get());
        }
        if (finding.location().field().isPresent()) {
            json.writeStringField("field", finding.location().field().get());
        }
        json.writeStringField("text", finding.location().offending());
        json.writeStringField("message", finding.message());
        json.writeStringField("remedy", finding.remedy());
        json.writeEndObject();
    }

    private static void hosts(JsonGenerator json, HostValidation validation) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("passed", validation.isPassed());
        json.writeNumberField("hosts", validation.counts().tested());
        json.writeNumberField("resolved", validation.counts().resolved());
        json.writeNumberField("reachable", validation.counts().reachable());
        json.writeArrayFieldStart("failures");
        for (HostFailure failure : validation.failures()) {
            json.writeStartObject();
            json.writeStringField("subject", failure.subject());
            json.writeNumberField("exitCode", failure.exitCode());
            json.writeStringField("reason", failure.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "warnings", validation.warnings());
        strings(json, "leftOut", validation.leftOut());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
