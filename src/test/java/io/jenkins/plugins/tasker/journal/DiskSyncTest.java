package io.jenkins.plugins.tasker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DiskSyncTest {

    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path directory;

    private final List<IOException> failures = new ArrayList<>();

    private FileChannel channel() throws IOException {
        return FileChannel.open(directory.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Test
    void actionsThatWaitShouldRunTogetherAfterOneSync() throws Exception {
        try (FileChannel channel = channel();
                DiskSync sync = new DiskSync(channel, LONG, failures::add)) {
            CountDownLatch ran = new CountDownLatch(3);
            for (int i = 0; i < 3; i++) {
                sync.request();
                sync.whenSynced(ran::countDown);
            }
            assertThat(ran.getCount()).isEqualTo(3);

            sync.hurry();

            ran.await();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void actionShouldRunAtOnceIfEverythingIsWritten() throws Exception {
        try (FileChannel channel = channel();
                DiskSync sync = new DiskSync(channel, LONG, failures::add)) {
            CompletableFuture<Thread> ran = new CompletableFuture<>();

            sync.whenSynced(() -> ran.complete(Thread.currentThread()));

            assertThat(ran).isCompletedWithValue(Thread.currentThread());
        }
    }

    @Test
    void actionShouldRunAfterAFailureThatWasReportedBefore() throws Exception {
        FileChannel channel = channel();
        channel.close();
        List<String> order = new ArrayList<>();
        CountDownLatch ran = new CountDownLatch(1);
        DiskSync sync = new DiskSync(channel, LONG, failure -> order.add("failure"));
        sync.request();
        sync.whenSynced(() -> {
            order.add("action");
            ran.countDown();
        });

        sync.hurry();

        ran.await();
        assertThat(order).containsExactly("failure", "action");
    }
}
