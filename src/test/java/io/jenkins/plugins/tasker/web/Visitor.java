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
 * Sends HTTP requests of one user to the Jenkins of a test.
 *
 * @param root of Jenkins
 * @param name and password of the user; empty for an anonymous one
 */
record Visitor(URL root, String user) {

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Sends a POST request with the crumb that Jenkins expects in tests. */
    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(request(path).header("Jenkins-Crumb", "test").POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends a form as a browser does; redirects are not followed. */
    HttpResponse<String> submit(String path) throws IOException, InterruptedException {
        return send(request(path)
                .header("Jenkins-Crumb", "test")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.noBody()));
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
