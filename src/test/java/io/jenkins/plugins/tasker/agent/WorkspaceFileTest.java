package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {

    @TempDir
    private Path agent;

    private Path workspace;

    @BeforeEach
    void fill() throws Exception {
        workspace = Files.createDirectory(agent.resolve("workspace"));
        Files.createDirectory(workspace.resolve("sub"));
        Files.writeString(workspace.resolve("sub/deploy.txt"), "task=0");
        Files.writeString(agent.resolve("secret.txt"), "password=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub/deploy.txt", "./sub/deploy.txt", "sub/../sub/deploy.txt"})
    void fileInTheWorkspaceShouldBeRead(String name) throws Exception {
        assertThat(WorkspaceFile.read(workspace, name)).asString().isEqualTo("task=0");
    }

    @Test
    void linkWithinTheWorkspaceShouldBeFollowed() throws Exception {
        Files.createSymbolicLink(workspace.resolve("link.txt"), Path.of("sub/deploy.txt"));

        assertThat(WorkspaceFile.read(workspace, "link.txt")).asString().isEqualTo("task=0");
    }

    @Test
    void workspaceShouldBeAllowedToBeALink() throws Exception {
        Path link = Files.createSymbolicLink(agent.resolve("link"), workspace);

        assertThat(WorkspaceFile.read(link, "sub/deploy.txt")).asString().isEqualTo("task=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "sub/../../secret.txt", ".."})
    void pathOutOfTheWorkspaceShouldBeRejected(String name) {
        assertThatRejected(() -> WorkspaceFile.read(workspace, name), "points outside the workspace");
    }

    @Test
    void linkToOutsideTheWorkspaceShouldBeRejected() throws Exception {
        Files.createSymbolicLink(workspace.resolve("link.txt"), agent.resolve("secret.txt"));
        Files.createSymbolicLink(workspace.resolve("directory"), agent);

        assertThatRejected(() -> WorkspaceFile.read(workspace, "link.txt"), "a link that points outside the workspace");
        assertThatRejected(
                () -> WorkspaceFile.read(workspace, "directory/secret.txt"),
                "a link that points outside the workspace");
    }

    @Test
    void absolutePathShouldBeRejected() {
        String path = workspace.resolve("sub/deploy.txt").toString();

        assertThatRejected(() -> WorkspaceFile.read(workspace, path), "absolute path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void fileShouldBeNamed(String name) {
        assertThatRejected(() -> WorkspaceFile.read(workspace, name), "no task file is named");
    }

    @Test
    void impossibleNameShouldBeRejected() {
        assertThatRejected(() -> WorkspaceFile.read(workspace, "a\0b"), "not a file name");
    }

    @Test
    void missingFileShouldBeNamed() {
        assertThatRejected(() -> WorkspaceFile.read(workspace, "deploy.txt"), "deploy.txt does not exist");
    }

    @Test
    void danglingLinkShouldBeMissing() throws Exception {
        Files.createSymbolicLink(workspace.resolve("link.txt"), agent.resolve("nowhere"));

        assertThatRejected(() -> WorkspaceFile.read(workspace, "link.txt"), "link.txt does not exist");
    }

    @Test
    void directoryShouldBeRejected() {
        assertThatRejected(() -> WorkspaceFile.read(workspace, "sub"), "is a directory");
    }

    @Test
    void hugeFileShouldBeRejected() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(workspace.resolve("huge.txt").toFile(), "rw")) {
            file.setLength(TaskFileReader.MAX_BYTES + 1L);
        }

        assertThatRejected(() -> WorkspaceFile.read(workspace, "huge.txt"), "larger than 16 MiB");
    }

    @Test
    void pipeShouldBeRejectedWithoutBlocking() throws Exception {
        Path pipe = workspace.resolve("pipe.txt");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatRejected(() -> WorkspaceFile.read(workspace, "pipe.txt"), "is a pipe or a device");
    }

    private static void assertThatRejected(ThrowingCallable read, String reason) {
        assertThatThrownBy(read).isInstanceOf(UnreadableTaskFileException.class).hasMessageContaining(reason);
    }
}
