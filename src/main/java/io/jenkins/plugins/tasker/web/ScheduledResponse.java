package io.jenkins.plugins.tasker.web;

import hudson.Util;
import hudson.model.Job;
import hudson.model.Queue;
import java.io.IOException;
import java.net.HttpURLConnection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Confirms a scheduled build: redirects browsers to the job, and answers programs with 201 and the queue item. */
final class ScheduledResponse implements HttpResponse {

    private final Job<?, ?> job;
    private final Queue.Item item;

    ScheduledResponse(Job<?, ?> job, Queue.Item item) {
        this.job = job;
        this.item = item;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        if (Util.fixNull(request.getHeader("Accept")).contains("text/html")) {
            response.sendRedirect2(request.getContextPath() + "/" + job.getUrl());
        } else {
            response.setStatus(HttpURLConnection.HTTP_CREATED);
            response.setHeader("Location", request.getContextPath() + "/queue/item/" + item.getId() + "/");
        }
    }
}
