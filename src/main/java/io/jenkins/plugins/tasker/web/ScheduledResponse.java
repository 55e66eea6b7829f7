package io.jenkins.plugins.tasker.web;

import hudson.Util;
import hudson.model.Queue;
import java.io.IOException;
import java.net.HttpURLConnection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Confirms a scheduled build: shows browsers the new build, and answers programs with 201 and the queue item. */
final class ScheduledResponse implements HttpResponse {

    private final String page;
    private final Queue.Item item;

    /** @param page address of the page of the resumed run, relative to the root of Jenkins */
    ScheduledResponse(String page, Queue.Item item) {
        this.page = page;
        this.item = item;
    }

    /** Returns whether the sender of the request shows pages. */
    static boolean isFromBrowser(StaplerRequest2 request) {
        return Util.fixNull(request.getHeader("Accept")).contains("text/html");
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        if (isFromBrowser(request)) {
            response.sendRedirect2(request.getContextPath() + "/" + page + "scheduled/" + item.getId() + "/");
        } else {
            response.setStatus(HttpURLConnection.HTTP_CREATED);
            response.setHeader("Location", request.getContextPath() + "/queue/item/" + item.getId() + "/");
        }
    }
}
