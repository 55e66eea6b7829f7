package io.jenkins.plugins.tasker.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends requests to a running Jenkins as one user, without following redirects. */
final class JenkinsServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    /** The crumb field of the login form. */
    private static final Pattern CRUMB =
            Pattern.compile("name=\"([^\"]*[Cc]rumb[^\"]*)\" type=\"hidden\" value=\"([^\"]*)\"");

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final URI url;
    /** Name and token, joined by a colon. */
    private final Optional<String> login;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private JenkinsServer(URI url, Optional<String> login) {
        this.url = url;
        this.login = login;
    }

    /** Returns the Jenkins of the system properties, as their user. */
    static JenkinsServer given() {
        String url = System.getProperty("jenkins.url");
        Optional<String> login = Optional.ofNullable(System.getProperty("jenkins.user"))
                .map(user -> user + ":" + System.getProperty("jenkins.token", ""));
        return new JenkinsServer(URI.create(url.endsWith("/") ? url : url + "/"), login);
    }

    /** Returns the same Jenkins for a user with an API token. */
    JenkinsServer as(String user, String token) {
        return new JenkinsServer(url, Optional.of(user + ":" + token));
    }

    /** Returns the same Jenkins for a user with a session. */
    JenkinsServer loggedIn(String user, String password) {
        JenkinsServer session = anonymously();
        Matcher crumb = CRUMB.matcher(session.get("login").body());
        Map<String, String> form = new HashMap<>(Map.of("j_username", user, "j_password", password));
        if (crumb.find()) {
            form.put(crumb.group(1), crumb.group(2));
        }
        HttpResponse<String> answer = session.send(session.request("j_spring_security_check")
                .header("Content-Type", FORM)
                .POST(body(form)));
        if (answer.headers().firstValue("Location").orElse("loginError").contains("loginError")) {
            throw new AssertionError(user + " cannot log in");
        }
        return session;
    }

    /** Returns the same Jenkins for an anonymous user. */
    JenkinsServer anonymously() {
        return new JenkinsServer(url, Optional.empty());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Returns the body at a path; fails unless the status is 200. */
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
            throw new AssertionError("GET " + path + " is not JSON", e);
        }
    }

    HttpResponse<String> post(String path) {
        return post(path, FORM, BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, FORM, body(form));
    }

    private static BodyPublisher body(Map<String, String> form) {
        return BodyPublishers.ofString(form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")));
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

    /** Sends a POST without a crumb, as a forged request would. */
    HttpResponse<String> postWithoutCrumb(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    private JsonNode crumb() {
        HttpResponse<String> answer = get("crumbIssuer/api/json");
        try {
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new AssertionError("the crumb is not JSON", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT);
        login.ifPresent(user -> request.header("Authorization", basic(user)));
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

    /** Waits until Jenkins responds after a start. */
    void awaitAnswer() {
        Poll.until("Jenkins answers", () -> {
            try {
                return get("api/json").statusCode() == 200 ? Optional.of(true) : Optional.empty();
            } catch (AssertionError e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Restarts Jenkins as an administrator does, and waits until it responds again.
     *
     * @param mode {@code safeRestart}, which waits for builds that cannot survive a restart, or {@code restart}
     */
    void restart(String mode) {
        String startTime = startTime();
        post(mode);
        Poll.until("Jenkins restarts", () -> {
            try {
                return startTime().equals(startTime) ? Optional.empty() : Optional.of(true);
            } catch (AssertionError e) {
                return Optional.empty();
            }
        });
    }

    private String startTime() {
        return script("print java.lang.management.ManagementFactory.runtimeMXBean.startTime");
    }

    void download(String path, Path file) {
        try {
            http.send(request(path).GET().build(), BodyHandlers.ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    String url() {
        return url.toString();
    }

    /** Returns name and token of the user, joined by a colon; empty for an anonymous user. */
    Optional<String> login() {
        return login;
    }

    /** Returns the first 300 characters of the text of a page. */
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

    /** Runs a script in the script console and returns its output. */
    String script(String groovy) {
        HttpResponse<String> answer = post("scriptText", Map.of("script", groovy));
        if (answer.statusCode() != 200) {
            throw new AssertionError("the script failed: " + answer.statusCode() + ": " + start(answer.body()));
        }
        return answer.body().strip();
    }
}
