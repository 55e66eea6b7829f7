package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {

    @Test
    @DisplayName("the manual page has each option and each subcommand")
    void complete() {
        String page = ManPage.text().replace("\\-", "-");
        for (OptionSpec option : Options.commandLine().getCommandSpec().options()) {
            assertThat(page).contains(".B " + String.join(", ", option.names()));
        }
        assertThat(page).contains(".SS tasker show [OPTIONS] RUN").contains(".SS tasker check [OPTIONS] FILE...");
    }

    @Test
    @DisplayName("man shows the manual page without a complaint")
    void rendered(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("tasker.1"), ManPage.text());
        Process groff;
        try {
            groff = new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("groff is not installed");
            return;
        }
        String shown = new String(groff.getInputStream().readAllBytes()).replaceAll("\u001b\\[[0-9;]*m|.\b", "");
        assertThat(groff.waitFor()).isZero();
        assertThat(shown).contains("--resume-from=RUN").doesNotContain("warning:", "error:");
    }
}
