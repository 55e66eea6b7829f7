package io.jenkins.plugins.tasker.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A running Jenkins, seen through its HTTP interface by one user. Redirects are answers like any other. */
final class JenkinsServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI url;
    private final Optional<String> authorization;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private JenkinsServer(URI url, Optional<String> authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    /** The one that the system properties name, as their user. */
    static JenkinsServer given() {
        String url = System.getProperty("jenkins.url");
        Optional<String> login = Optional.ofNullable(System.getProperty("jenkins.user"))
                .map(user -> user + ":" + System.getProperty("jenkins.token", ""));
        return new JenkinsServer(URI.create(url.endsWith("/") ? url : url + "/"), login.map(JenkinsServer::basic));
    }

    /** The same Jenkins for somebody who is not logged in. */
    JenkinsServer anonymously() {
        return new JenkinsServer(url, Optional.empty());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** The text at a path that must be there. */
    String text(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + answer.statusCode() + ": " + start(answer.body()));
        }
        return answer.body();
    }

    JsonNode json(String path) {
        try {
            return JSON.readTree(text(path));
        } catch (IOException e) {
            throw new AssertionError("GET " + path + " is no JSON", e);
        }
    }

    HttpResponse<String> post(String path) {
        return post(path, "application/x-www-form-urlencoded", BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, String contentType, BodyPublisher body) {
        JsonNode crumb = crumb();
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(body);
        if (crumb.has("crumb")) {
            request.header(
                    crumb.get("crumbRequestField").asText(), crumb.get("crumb").asText());
        }
        return send(request);
    }

    /** A POST as a foreign page would make it. */
    HttpResponse<String> postWithoutCrumb(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    private JsonNode crumb() {
        HttpResponse<String> answer = get("crumbIssuer/api/json");
        try {
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new AssertionError("the crumb is no JSON", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
        authorization.ifPresent(login -> request.header("Authorization", login));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.build().uri() + " does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits until it answers, as after a start. */
    void awaitAnswer() {
        Poll.until("Jenkins answers", () -> {
            try {
                return get("api/json").statusCode() == 200 ? Optional.of(true) : Optional.empty();
            } catch (AssertionError e) {
                return Optional.empty();
            }
        });
    }

    /** Restarts it as an administrator does who does not wait for builds that can go on, and waits until it is back. */
    void restart() {
        String life = life();
        post("safeRestart");
        Poll.until("Jenkins restarts", () -> {
            try {
                return life().equals(life) ? Optional.empty() : Optional.of(true);
            } catch (AssertionError e) {
                return Optional.empty();
            }
        });
    }

    private String life() {
        return script("print java.lang.management.ManagementFactory.runtimeMXBean.startTime");
    }

    /** Enough of a page to recognise it. */
    static String start(String body) {
        return body.replaceAll("(?s)<[^>]*>|\\s+", " ")
                .strip()
                .lines()
                .findFirst()
                .orElse("")
                .transform(text -> text.substring(0, Math.min(text.length(), 300)));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Runs a script of the administrator and gives what it prints. */
    String script(String groovy) {
        HttpResponse<String> answer = post("scriptText", Map.of("script", groovy));
        if (answer.statusCode() != 200) {
            throw new AssertionError("the script failed: " + answer.statusCode() + ": " + start(answer.body()));
        }
        return answer.body().strip();
    }
}
