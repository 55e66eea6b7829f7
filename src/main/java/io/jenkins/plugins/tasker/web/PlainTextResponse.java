package io.jenkins.plugins.tasker.web;

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

    private PlainTextResponse(Source source) {
        this.source = source;
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

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (OutputStream out = response.getOutputStream()) {
            source.writeTo(out);
        }
    }
}
