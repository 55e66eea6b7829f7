package io.jenkins.plugins.tasker.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.TaskListener;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    private Path directory;

    @Test
    void nothingShouldBeMadeWithoutAFile() throws Exception {
        files("1").close();

        assertThat(directory.resolve("workspace@tmp")).doesNotExist();
    }

    @Test
    void filesThatACrashLeftBehindShouldGoWithTheRunThatGoesOn() throws Exception {
        String left = write(files("1"));
        SecretFiles goesOn = files("1");

        assertThat(write(goesOn)).isEqualTo(left);
        goesOn.close();

        assertThat(directory.resolve("workspace@tmp")).isEmptyDirectory();
    }

    @Test
    void filesOfOtherRunsShouldStay() throws Exception {
        String other = write(files("1"));
        SecretFiles own = files("2");
        write(own);

        own.close();

        assertThat(Path.of(other)).exists();
    }

    @Test
    void filesShouldGoThoughTheThreadIsBeingInterrupted() throws Exception {
        SecretFiles files = files("1");
        String file = write(files);

        Thread.currentThread().interrupt();
        files.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Path.of(file)).doesNotExist();
    }

    private SecretFiles files(String owner) throws Exception {
        Path workspace = Files.createDirectories(directory.resolve("workspace"));
        return new SecretFiles(owner, new FilePath(workspace.toFile()), TaskListener.NULL);
    }

    private static String write(SecretFiles files) throws Exception {
        return files.file("secret", new ByteArrayInputStream(new byte[8]));
    }
}
