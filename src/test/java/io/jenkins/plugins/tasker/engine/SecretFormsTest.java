package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real programs encode a secret; the masked output must not contain any part of it. */
class SecretFormsTest {

    private static final String SECRET = "s3cr\"et'$<&>\\ pa ss`wörd";

    /** So long that programs break its Base64 into lines. */
    private static final String KEY = "-----BEGIN KEY-----\n"
            + IntStream.range(0, 12)
                    .mapToObj(line -> "line" + line + "/Xk3+9dQ0b7wLz5sT2uVfGhJmNpRyAeCiKoBt=Zx")
                    .collect(Collectors.joining("\n"))
            + "\n-----END KEY-----\n";

    @ParameterizedTest
    @DisplayName("16.4 a secret that a program encoded is masked")
    @ValueSource(
            strings = {
                "printf %s \"$S\"",
                "printf %s \"$S\" | base64 -w 0",
                "printf 'x%s' \"$S\" | base64 -w 0",
                "printf 'xy%s' \"$S\" | base64 -w 0",
                "printf '%s and more' \"$S\" | base64 -w 0",
                "printf %q \"$S\"",
                "echo \"${S@Q}\"",
                "set -x; true \"$S\" 2>&1",
                "python3 -c 'import os,json; print(json.dumps(os.environ[\"S\"]))'",
                "python3 -c 'import os,json; print(json.dumps(os.environ[\"S\"], ensure_ascii=False))'",
                "python3 -c 'import os,urllib.parse as u; print(u.quote(os.environ[\"S\"]))'",
                "python3 -c 'import os,urllib.parse as u; print(u.quote_plus(os.environ[\"S\"]))'",
                "python3 -c 'import os,html; print(html.escape(os.environ[\"S\"]))'",
                "python3 -c 'import os; from xml.sax.saxutils import escape; print(escape(os.environ[\"S\"]))'"
            })
    void encodedSecret(String script) throws Exception {
        Secrets secrets = Secrets.of(SecretForms.of(SECRET));

        String masked = secrets.mask(output(script, SECRET));

        assertThat(masked).contains(Secrets.MASK);
        assertThat(masked.replace("'", "").replace("\"", "").strip()).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @DisplayName("16.4 every line of a multi-line secret is masked, encoded or not")
    @ValueSource(
            strings = {
                "printf %s \"$S\"",
                "printf %s \"$S\" | sed 's/^/  /'",
                "printf %s \"$S\" | tail -n 5",
                "printf %s \"$S\" | base64",
                "printf %s \"$S\" | base64 -w 64",
                "printf %s \"$S\" | base64 -w 0",
                "printf %s \"$S\" | tr '\\n' ' '",
                "python3 -c 'import os,json; print(json.dumps(os.environ[\"S\"]))'"
            })
    void lines(String script) throws Exception {
        String masked = Secrets.of(SecretForms.of(KEY)).mask(output(script, KEY));

        assertThat(masked).contains(Secrets.MASK).doesNotContain("Xk3");
        for (String word : masked.replace(Secrets.MASK, " ").split("\\s")) {
            assertThat(word).hasSizeLessThan(40);
        }
    }

    @Test
    @DisplayName("16.4 a binary secret is masked in Base64")
    void bytes() {
        byte[] secret = new byte[48];
        IntStream.range(0, secret.length).forEach(i -> secret[i] = (byte) (i * 37));
        String encoded = java.util.Base64.getEncoder().encodeToString(secret);

        assertThat(Secrets.of(SecretForms.of(secret)).mask("x: " + encoded)).isEqualTo("x: ****");
    }

    @Test
    void shortLinesShouldStayReadable() {
        Secrets secrets = Secrets.of(SecretForms.of("{\n  \"key\": \"hunter2hunter2\"\n}\n"));

        assertThat(secrets.mask("{ } \"key\": \"hunter2hunter2\"")).isEqualTo("{ } ****");
    }

    @Test
    void blankSecretShouldHideNothing() {
        assertThat(SecretForms.of(" \n")).isEmpty();
    }

    @Test
    void outputShouldBeMaskedFastWithManyForms() {
        Secrets secrets = Secrets.of(SecretForms.of(KEY));
        String output = "The quick brown fox jumps over the lazy dog. ".repeat(20_000);

        assertThat(secrets.mask(output)).isEqualTo(output);
    }

    private static String output(String script, String secret) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        builder.environment().putAll(Map.of("S", secret, "LC_ALL", "C.UTF-8", "PYTHONUTF8", "1"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
