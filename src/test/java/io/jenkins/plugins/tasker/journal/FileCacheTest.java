package io.jenkins.plugins.tasker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {

    @TempDir
    private Path directory;

    private final AtomicInteger reads = new AtomicInteger();
    private final FileCache<String> cache = new FileCache<>(2, file -> {
        reads.incrementAndGet();
        return Files.readString(file);
    });

    @Test
    void unchangedFileShouldBeReadOnce() throws Exception {
        Path file = Files.writeString(directory.resolve("a"), "1");

        assertThat(cache.get(file)).isEqualTo("1");
        assertThat(cache.get(file)).isEqualTo("1");
        assertThat(reads).hasValue(1);
    }

    @Test
    void fileThatGrewShouldBeReadAgain() throws Exception {
        Path file = Files.writeString(directory.resolve("a"), "1");
        cache.get(file);
        Files.writeString(file, "12");

        assertThat(cache.get(file)).isEqualTo("12");
    }

    @Test
    void onlyTheMostRecentFilesShouldBeCached() throws Exception {
        for (String name : new String[] {"a", "b", "c", "a"}) {
            cache.get(Files.writeString(directory.resolve(name), name));
        }
        assertThat(reads).hasValue(4);
    }

    @Test
    void missingFileShouldFail() {
        assertThatThrownBy(() -> cache.get(directory.resolve("a"))).isInstanceOf(NoSuchFileException.class);
    }
}
