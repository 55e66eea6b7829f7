package io.jenkins.plugins.tasker.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * The changed parts of the page of a run.
 *
 * @param events number of events that the updated page shows
 * @param html the changed parts; empty if nothing changed
 */
record RunPageUpdate(long events, State state, String html) implements HttpResponse {

    /**
     * The state of the run.
     *
     * @param running whether further events may follow
     * @param live whether the page may still change
     * @param status as in the project summary
     */
    record State(boolean running, boolean live, String status) {}

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Tasker-Events", Long.toString(events));
        response.setHeader("X-Tasker-Running", Boolean.toString(state.running));
        response.setHeader("X-Tasker-Live", Boolean.toString(state.live));
        response.setHeader("X-Tasker-Status", state.status);
        try (OutputStream out = response.getOutputStream()) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        }
    }
}
