package io.jenkins.plugins.tasker.report.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedFileTest {

    private static final int LINES = 40;

    @TempDir
    private Path directory;

    /** Appends lines from another process: file, name of the process. */
    public static void main(String[] arguments) throws Exception {
        appendLines(Path.of(arguments[0]), arguments[1]);
    }

    private static void appendLines(Path file, String name) throws Exception {
        for (int i = 0; i < LINES; i++) {
            new SharedFile(file, SharedFile.LOCK_TIMEOUT)
                    .append("header\n", name + " " + i + " " + "x".repeat(2000) + "\n");
        }
    }

    @Test
    @DisplayName("16.5 concurrent threads and processes append whole lines and lose none")
    void concurrentWritersLoseNoLine() throws Exception {
        Path file = directory.resolve("shared.log");
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("p1", "p2")) {
            processes.add(start(file, name));
        }
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        appendLines(file, "t" + i);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(6 * LINES + 1);
        assertThat(lines.get(0)).isEqualTo("header");
        assertThat(lines.subList(1, lines.size()))
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("[pt][0-9] [0-9]+ x{2000}"));
    }

    @Test
    @DisplayName("16.7 a lock that stays taken is an error")
    void lockTimeoutIsAnError() throws Exception {
        Path file = Files.createFile(directory.resolve("shared.log"));
        Process other = start(file, "hold");
        try {
            while (Files.size(file) == 0) {
                Thread.sleep(20);
            }
            assertThatThrownBy(() -> new SharedFile(file, Duration.ofMillis(100)).append("", "x"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another run kept it locked");
        } finally {
            other.destroyForcibly().waitFor();
        }
        new SharedFile(file, SharedFile.LOCK_TIMEOUT).append("", "mine\n");
        assertThat(Files.readString(file)).isEqualTo("held\nmine\n");
    }

    private static Process start(Path file, String name) throws IOException {
        String main = (name.equals("hold") ? Holder.class : SharedFileTest.class).getName();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + classes(),
                        main,
                        file.toString(),
                        name)
                .inheritIO()
                .start();
    }

    /** Returns the class path of this test: Surefire may hide it in the manifest of a jar. */
    private static String classes() {
        return String.join(File.pathSeparator, List.of(location(SharedFileTest.class), location(SharedFile.class)));
    }

    private static String location(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    /** A separate process that keeps the lock until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND);
                    FileLock lock = channel.lock()) {
                channel.write(java.nio.ByteBuffer.wrap("held\n".getBytes()));
                while (lock.isValid()) {
                    Thread.sleep(1000);
                }
            }
        }
    }
}
