package io.jenkins.plugins.tasker.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Installs the plugin by an upload, as an administrator does, unless it is installed. */
final class InstalledPlugin implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(InstalledPlugin.class, type -> installed(JenkinsServer.given()));
    }

    private static String installed(JenkinsServer jenkins) {
        String version = version(jenkins).orElseGet(() -> {
            upload(jenkins, Path.of(System.getProperty("jenkins.hpi", "../dist/target/tasker.hpi")));
            return Poll.until("the plugin is loaded", () -> version(jenkins));
        });
        System.out.println("Jenkins "
                + jenkins.get("login").headers().firstValue("X-Jenkins").orElse("?") + ", tasker " + version);
        return version;
    }

    private static Optional<String> version(JenkinsServer jenkins) {
        for (JsonNode plugin : jenkins.json("pluginManager/api/json?depth=1&tree=plugins[shortName,version,active]")
                .path("plugins")) {
            if (plugin.path("shortName").asText().equals("tasker")
                    && plugin.path("active").asBoolean()) {
                return Optional.of(plugin.path("version").asText());
            }
        }
        return Optional.empty();
    }

    private static void upload(JenkinsServer jenkins, Path hpi) {
        String boundary = "tasker-acceptance-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            body.writeBytes(
                    ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"name\"; filename=\"tasker.hpi\"\r\n"
                                    + "Content-Type: application/octet-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(Files.readAllBytes(hpi));
            // Jenkins rejects the file without the second field of its form.
            body.writeBytes(
                    ("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"pluginUrl\"\r\n\r\n\r\n--"
                                    + boundary + "--\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the plugin to install is missing; build it, or name it with -Djenkins.hpi", e);
        }
        HttpResponse<String> answer = jenkins.post(
                "pluginManager/uploadPlugin",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
        if (answer.statusCode() >= 400) {
            throw new AssertionError(
                    "the plugin was not accepted: " + answer.statusCode() + "; see the log of Jenkins");
        }
    }
}
