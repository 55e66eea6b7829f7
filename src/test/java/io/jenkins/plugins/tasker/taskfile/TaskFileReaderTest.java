package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFileReaderTest {

    @TempDir
    private Path directory;

    @Test
    @DisplayName("2.1 The file is UTF-8")
    void utf8() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "A=grün €\n");

        assertThat(TaskFileReader.read(file).text()).isEqualTo("A=grün €\n");
    }

    @Test
    @DisplayName("2.1 Malformed UTF-8 gives 31 and names the line")
    void malformedUtf8() throws Exception {
        Path file = Files.write(
                directory.resolve("a.txt"), "A=1\r\nB=gr\u00fcn\rC=\u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertFails(file, 31, "line 2: not UTF-8");
    }

    @Test
    @DisplayName("2.1 A NUL character gives 31 and names the line")
    void binary() throws Exception {
        assertFails(Files.writeString(directory.resolve("a.txt"), "A=1\nB=\0\n"), 31, "line 2");
        assertFails(Files.writeString(directory.resolve("b.txt"), "\0"), 31, "line 1: holds a NUL character");
    }

    @Test
    @DisplayName("18 Missing files give 30, directories 31")
    void missingOrDirectory() {
        assertFails(directory.resolve("none.txt"), 30, "does not exist");
        assertFails(directory, 31, "is a directory");
    }

    @Test
    @DisplayName("18 A file without read permission gives 33")
    void permissionDenied() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "task=0");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertFails(file, 33, "permission denied");
    }

    @Test
    @DisplayName("18 A file of excessive size gives 31 and is not read to its end")
    void hugeFile() throws Exception {
        Path file = directory.resolve("huge.txt");
        try (var out = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            out.position(100_000_000);
            out.write(java.nio.ByteBuffer.wrap(new byte[1]));
        }

        assertFails(file, 31, "larger than");
    }

    @Test
    @DisplayName("2.15 An empty file is read; validation reports the missing task")
    void emptyFile() throws Exception {
        Path file = Files.createFile(directory.resolve("empty.txt"));

        assertThat(TaskFileParser.parse(TaskFileReader.read(file).text()).tasks())
                .isEmpty();
    }

    private static void assertFails(Path file, int exitCode, String message) {
        UnreadableTaskFileException failure =
                catchThrowableOfType(UnreadableTaskFileException.class, () -> TaskFileReader.read(file));
        assertThat(failure).hasMessageContaining(message).hasMessageContaining(file.toString());
        assertThat(failure.exitCode()).isEqualTo(exitCode);
    }
}
