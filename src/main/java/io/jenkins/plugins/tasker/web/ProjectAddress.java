package io.jenkins.plugins.tasker.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The part of an address that names a project. Different names have different addresses; letters stay as they are. */
final class ProjectAddress {

    private ProjectAddress() {}

    /** Returns the address of the page of a project, relative to the root of Jenkins. */
    static String of(String name) {
        return "tasker/project/" + encoded(token(name)) + "/";
    }

    /**
     * Returns the name as the web server passes it on. Servers reject addresses with an encoded slash or control character, so
     * these characters are encoded twice.
     */
    static String token(String name) {
        if (name.equals(".") || name.equals("..")) {
            return name.replace(".", "%2E");
        }
        StringBuilder token = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean special = c < ' ' || c == 0x7F || "%/\\;".indexOf(c) >= 0;
            token.append(special ? String.format("%%%02X", c) : Character.toString(c));
        });
        return token.toString();
    }

    private static String encoded(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
