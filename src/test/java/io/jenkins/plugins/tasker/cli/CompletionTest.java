package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName("bash completes options, execution types, subcommands and files by the script that completion prints")
    void bash() throws Exception {
        Commands commands = new Commands(directory);
        assertThat(commands.run("completion")).isZero();
        Files.writeString(directory.resolve("completion.sh"), commands.out());
        Files.createFile(directory.resolve("deploy.txt"));

        assertThat(completed("--st")).contains("--strict-gaps", "--stream", "--start-from");
        assertThat(completed("-t", "p")).containsExactlyInAnyOrder("pbrun", "p7s");
        assertThat(completed("--log-level", "W")).containsExactly("WARN");
        assertThat(completed("sh")).contains("show");
        assertThat(completed("dep")).contains("deploy.txt");
    }

    /** Returns the completions of the last word. */
    private String[] completed(String... words) throws IOException, InterruptedException {
        String line = "tasker " + String.join(" ", words);
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        // compopt fails outside of a real completion
                        "compopt() { :; }; . ./completion.sh; COMP_WORDS=(" + line + "); COMP_CWORD=" + words.length
                                + "; COMP_LINE='" + line + "'; _complete_tasker; echo \"${COMPREPLY[@]}\"")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        bash.getOutputStream().close();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output.strip().split(" ");
    }
}
