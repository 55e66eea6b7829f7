package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReportSenderTest {

    private static final String PIECE = "x".repeat(32 * 1024);

    private final Semaphore permits = new Semaphore(0);
    private final List<List<CommandReport>> portions = new ArrayList<>();

    private final ReportSender sender = new ReportSender(
            reports -> {
                permits.acquireUninterruptibly();
                synchronized (portions) {
                    portions.add(reports);
                }
                return List.of();
            },
            order -> {});

    @Test
    void reportsShouldLeaveTogetherAfterTheCurrentBatch() throws Exception {
        CountDownLatch last = new CountDownLatch(1);
        for (int i = 0; i < 100; i++) {
            sender.text(text(i, "short"));
        }
        sender.end(0, () -> {
            last.countDown();
            return new CommandReport.Failed(0, "end");
        });
        permits.release(3);
        last.await();

        assertThat(portions).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void textShouldBlockWhileTheControllerIsSlow() throws Exception {
        AtomicInteger brought = new AtomicInteger();
        Thread command = new Thread(() -> {
            for (int i = 0; i < 1000; i++) {
                sender.text(text(i, PIECE));
                brought.incrementAndGet();
            }
        });
        command.start();
        command.join(500);

        assertThat(brought.get()).isLessThan(60);
        permits.release(1000);
        command.join();
        assertThat(brought.get()).isEqualTo(1000);
    }

    @Test
    void textShouldNotBlockAfterClose() throws Exception {
        Thread command = new Thread(() -> {
            for (int i = 0; i < 1000; i++) {
                sender.text(text(i, PIECE));
            }
        });
        command.start();
        command.join(200);
        assertThat(command.isAlive()).isTrue();

        sender.close();

        command.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(command.isAlive()).isFalse();
    }

    @Test
    void lostConnectionShouldNotStopTheCommands() throws Exception {
        ReportSender cut = new ReportSender(
                reports -> {
                    throw new IllegalStateException("the wire is cut");
                },
                order -> {});
        Thread command = new Thread(() -> {
            for (int i = 0; i < 1000; i++) {
                cut.text(text(i, PIECE));
            }
        });
        command.start();

        command.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(command.isAlive()).isFalse();
    }

    private static CommandReport.Text text(int command, String text) {
        return new CommandReport.Text(command, OutputStreamName.STDOUT, 0, text);
    }
}
