package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.credentials.TypeCredential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecretsInRunTest extends RunWithCredentials {

    @Test
    void secretShouldBeMaskedInAllFilesOfTheRun() throws Exception {
        store.text("token", SECRET);
        credentials.add(new TypeCredential("local", "token"));
        write(
                "task=0",
                "hostname=h",
                "command=sh -c 'echo \"$TASKER_SECRET\"; echo \"err $TASKER_SECRET\" >&2; printf %s \"$TASKER_SECRET\" | base64'",
                "task=1",
                "hostname=h",
                "command=echo",
                "arguments=\"@0_stdout@\" # " + SECRET,
                "task=2",
                "hostname=h",
                "command=sh -c 'printf %s \"$TASKER_SECRET\" | head -c 9; sleep 0.3; printf %s \"$TASKER_SECRET\" | tail -c +10; exit 3'");

        RunOutcome outcome = run();

        assertThat(outcome.failure()).doesNotContain("hunter2");
        assertThat(console()).contains("Task 0 | ****", "Task 2 | ****");
        assertThat(outcome.record().toString()).doesNotContain("hunter2");
        String encoded = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        for (String text : written()) {
            assertThat(text).doesNotContain("hunter2", "s3cr", encoded);
        }
    }

    @Test
    void lineEndAfterASecretShouldRemain() throws Exception {
        store.file("settings", "hunter2hunter2\n".getBytes(StandardCharsets.UTF_8));
        credentials.add(new TypeCredential("local", "settings"));
        write("task=0", "hostname=h", "command=sh -c 'cat $TASKER_SECRET_FILE; echo done'");

        run();

        assertThat(console()).contains("STDOUT: ****\\ndone");
    }

    @Test
    void valuesThatTheBuildMasksShouldBeMaskedInTheRun() throws Exception {
        environment.put("API_TOKEN", SECRET);
        write("task=0", "hostname=h", "command=sh -c 'echo $API_TOKEN'");

        assertThat(run().isSuccess()).isTrue();
        assertThat(console()).contains("STDOUT: ****");
        for (String text : written()) {
            assertThat(text).doesNotContain("hunter2");
        }
    }
}
