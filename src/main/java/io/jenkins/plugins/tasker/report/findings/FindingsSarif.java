package io.jenkins.plugins.tasker.report.findings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.tasker.validation.Finding;
import io.jenkins.plugins.tasker.validation.FindingCode;
import io.jenkins.plugins.tasker.validation.Severity;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes findings in the Static Analysis Results Interchange Format 2.1.0, for editors and code review ({@code --format
 * sarif}). Host validation is left out, since its results refer to hosts and not to lines of the file.
 */
public final class FindingsSarif {

    private static final JsonFactory JSON = new JsonFactory();

    private FindingsSarif() {}

    /**
     * Writes the SARIF log and a line end. The writer stays open.
     *
     * @param files the findings of each task file, by its path: absolute, or relative to the root that the reader uses
     * @param mask replaces the secrets of the run by {@code ****} (rule 16.4)
     */
    public static void write(Writer out, Map<String, List<Finding>> files, UnaryOperator<String> mask)
            throws IOException {
        try (JsonGenerator json = new MaskedGenerator(JSON.createGenerator(out), mask)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            List<FindingCode> rules = rules(json, files.values());
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("results");
            for (Map.Entry<String, List<Finding>> file : files.entrySet()) {
                for (Finding finding : file.getValue()) {
                    result(json, uri(file.getKey()), finding, rules.indexOf(finding.code()));
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    /** Describes the codes that occur and returns them in the order of their index. */
    private static List<FindingCode> rules(JsonGenerator json, Collection<List<Finding>> findings) throws IOException {
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        findings.forEach(list -> list.forEach(finding -> codes.add(finding.code())));
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Tasker for Jenkins");
        json.writeArrayFieldStart("rules");
        for (FindingCode code : codes) {
            json.writeStartObject();
            json.writeStringField("id", code.name());
            text(json, "shortDescription", code.template());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(code.severity()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        return new ArrayList<>(codes);
    }

    private static void result(JsonGenerator json, String uri, Finding finding, int rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.code().name());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", level(finding.severity()));
        text(json, "message", finding.message() + "; " + finding.remedy());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri);
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", finding.location().line());
        if (finding.location().column().isPresent()) {
            json.writeNumberField("startColumn", finding.location().column().getAsInt());
        }
        json.writeEndObject();
        json.writeEndObject();
        if (finding.location().task().isPresent()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("name", "task " + finding.location().task().get());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.ERROR ? "error" : "warning";
    }

    private static String uri(String file) {
        String path = file.replace('\\', '/');
        try {
            if (path.startsWith("/")) {
                return new URI("file", "", path, null).toASCIIString();
            }
            // A colon in the first segment of a relative path would be read as the end of a URI scheme.
            boolean colon = path.split("/", 2)[0].indexOf(':') >= 0;
            return new URI(null, null, (colon ? "./" : "") + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }
}
