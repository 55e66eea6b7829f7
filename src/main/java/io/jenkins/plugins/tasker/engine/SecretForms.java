package io.jenkins.plugins.tasker.engine;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes the texts that reveal a secret (rule 16.4): the secret itself, its lines, and its encodings in Base64, URLs, JSON,
 * XML and shell quotes.
 */
public final class SecretForms {

    /** Shorter lines, such as a single brace, reveal nothing; masking them would make other text unreadable. */
    private static final int SHORTEST_LINE = 8;

    /** Shorter pieces of Base64 occur by chance. */
    private static final int SHORTEST_BASE64 = 4;

    /** Line lengths at which programs break Base64. */
    private static final List<Integer> BASE64_LINES = List.of(76, 64);

    private final Set<String> forms = new LinkedHashSet<>();

    private SecretForms() {}

    /** Returns all forms of a secret text; none if it is blank. */
    public static Set<String> of(String secret) {
        SecretForms forms = new SecretForms();
        if (!secret.isBlank()) {
            forms.text(secret.strip());
            secret.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                    .forEach(forms::text);
            forms.brokenBase64(secret.getBytes(StandardCharsets.UTF_8));
        }
        return forms.forms;
    }

    /** Returns all forms of a binary secret. */
    public static Set<String> of(byte[] secret) {
        SecretForms forms = new SecretForms();
        forms.base64(secret);
        forms.brokenBase64(secret);
        return forms.forms;
    }

    private void text(String secret) {
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(json(secret, false));
        forms.add(json(secret, true));
        String xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(xml);
        forms.add(xml.replace("\"", "&quot;"));
        forms.add(xml.replace("\"", "&quot;").replace("'", "&apos;"));
        forms.add(xml.replace("\"", "&quot;").replace("'", "&#39;"));
        forms.add(xml.replace("\"", "&quot;").replace("'", "&#x27;"));
        // In single quotes, in double quotes and without quotes: as written by set -x, printf %q and people.
        forms.add(secret.replace("'", "'\\''"));
        forms.add(secret.replace("'", "'\"'\"'"));
        forms.add(secret.replaceAll("([\\\\\"$`])", "\\\\$1"));
        forms.add(secret.replaceAll("([ -~&&[^A-Za-z0-9_@%+=:,./-]])", "\\\\$1"));
        base64(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String secret, boolean ascii) {
        StringBuilder json = new StringBuilder();
        for (char c : secret.toCharArray()) {
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    boolean escaped = c < ' ' || ascii && c > '~';
                    json.append(escaped ? String.format("\\u%04x", (int) c) : c);
                }
            }
        }
        return json.toString();
    }

    /** Adds the Base64 characters that depend on the secret alone, not on the text around it. */
    private void base64(byte[] secret) {
        for (int before = 0; before < 3; before++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(new byte[before]);
            bytes.writeBytes(secret);
            int start = (before * 8 + 5) / 6;
            int end = bytes.size() * 8 / 6;
            if (end - start >= SHORTEST_BASE64) {
                forms.add(
                        Base64.getEncoder().encodeToString(bytes.toByteArray()).substring(start, end));
                forms.add(Base64.getUrlEncoder()
                        .encodeToString(bytes.toByteArray())
                        .substring(start, end));
            }
        }
    }

    private void brokenBase64(byte[] secret) {
        for (int length : BASE64_LINES) {
            byte[] broken = Base64.getMimeEncoder(length, new byte[] {'\n'}).encode(secret);
            String text = new String(broken, StandardCharsets.US_ASCII);
            if (text.contains("\n")) {
                Arrays.stream(text.split("\n"))
                        .filter(line -> line.length() >= SHORTEST_LINE)
                        .forEach(forms::add);
            }
        }
    }
}
