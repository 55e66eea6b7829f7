package io.jenkins.plugins.tasker.web;

import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import io.jenkins.plugins.tasker.report.TaskAnchor;
import io.jenkins.plugins.tasker.report.TaskOutput;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A response that browsers display as plain text only. */
final class PlainTextResponse implements HttpResponse {

    private interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Source source;
    private final String fileName;

    private PlainTextResponse(Source source) {
        this(source, "");
    }

    private PlainTextResponse(Source source, String fileName) {
        this.source = source;
        this.fileName = fileName;
    }

    static HttpResponse of(String text) {
        return new PlainTextResponse(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a response with the content of a UTF-8 file, or 404 without it. */
    static HttpResponse of(Path file) {
        return Files.isRegularFile(file)
                ? new PlainTextResponse(out -> Files.copy(file, out))
                : HttpResponses.notFound();
    }

    /**
     * Returns the complete output of a task, which browsers save as a file.
     *
     * @param name the beginning of the name of that file
     */
    static HttpResponse complete(TaskExecution task, StoredOutputs outputs, String name) {
        String file = LogFileSet.harmless(name) + "-" + TaskAnchor.execution(task.key()) + ".txt";
        return new PlainTextResponse(out -> TaskOutput.complete(task, outputs, out), file);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        if (!fileName.isEmpty()) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        }
        try (OutputStream out = response.getOutputStream()) {
            source.writeTo(out);
        }
    }
}
