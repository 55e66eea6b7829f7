package io.jenkins.plugins.tasker.web;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Somebody who asks the Jenkins of a test over HTTP.
 *
 * @param root of Jenkins
 * @param user whose password is the name; empty for nobody
 */
record Visitor(URL root, String user) {

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Brings the crumb along that Jenkins wants in tests. */
    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(request(path).header("Jenkins-Crumb", "test").POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> postWithoutCrumb(String path) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        if (!user.isEmpty()) {
            String credentials = user + ":" + user;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
