package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.agent.protocol.FrameReceiver;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.agent.protocol.Reports;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReportSenderTest {

    private static final String PIECE = "x".repeat(32 * 1024);

    private final Semaphore writes = new Semaphore(0);
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final List<Report> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private final FrameReceiver<Report> controller =
            new FrameReceiver<>(Reports.FRAMING, new FrameReceiver.Handler<>() {
                @Override
                public void message(Report report, int length) {
                    bytes.addAndGet(length);
                    received.add(report);
                }

                @Override
                public void closed() {
                    closed.countDown();
                }

                @Override
                public void malformed(String reason) {
                    throw new IllegalStateException(reason);
                }
            });

    private final ReportSender sender = new ReportSender(
            new OutputStream() {
                @Override
                public void write(int value) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(byte[] frames, int offset, int length) throws IOException {
                    writes.acquireUninterruptibly();
                    batches.incrementAndGet();
                    controller.write(frames, offset, length);
                }

                @Override
                public void close() {
                    controller.close();
                }
            },
            failures::add);

    @Test
    void reportsShouldLeaveTogetherAfterTheCurrentBatch() throws Exception {
        CountDownLatch last = new CountDownLatch(1);
        for (int i = 0; i < 100; i++) {
            sender.text(text(i, "short"));
        }
        sender.end(0, 0, () -> {
            last.countDown();
            return new Report.Failed(0, "end");
        });
        writes.release(4);
        last.await();

        // the header is the first
        assertThat(batches).hasValueLessThanOrEqualTo(3);
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
        writes.release(1000);
        sender.credit(1000 * 2 * PIECE.length());
        command.join();
        assertThat(brought.get()).isEqualTo(1000);
    }

    @Test
    void noMoreThanTheWindowShouldBeSentWithoutCredit() throws Exception {
        writes.release(1000);
        Thread command = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                sender.text(text(i, PIECE));
            }
        });
        command.start();
        command.join(500);

        assertThat(bytes.get()).isBetween(Report.WINDOW * 9L / 10, (long) Report.WINDOW);
        sender.credit(300 * 2 * PIECE.length());
        command.join();
        sender.end(1, 0, () -> new Report.Failed(1, "last"));
        while (received.size() < 301) {
            Thread.onSpinWait();
        }
        assertThat(received.get(300)).isEqualTo(new Report.Failed(1, "last"));
    }

    @Test
    void textShouldNotBlockAfterTheEndOfTheSession() throws Exception {
        Thread command = new Thread(() -> {
            for (int i = 0; i < 1000; i++) {
                sender.text(text(i, PIECE));
            }
        });
        command.start();
        command.join(200);
        assertThat(command.isAlive()).isTrue();

        sender.drop();

        command.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(command.isAlive()).isFalse();
        writes.release(1000);
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void textAfterTheEndOfItsCommandShouldBeDropped() throws Exception {
        sender.end(7, 0, () -> new Report.Failed(7, "end"));
        sender.text(text(7, "late"));
        sender.answer(new Report.Answer(0, false, 0, "last"));
        writes.release(100);
        while (received.size() < 2) {
            Thread.onSpinWait();
        }

        assertThat(received).containsExactly(new Report.Failed(7, "end"), new Report.Answer(0, false, 0, "last"));
    }

    @Test
    void reportThatCannotBeComputedShouldEndTheSessionWithTheReason() throws Exception {
        writes.release(100);
        sender.end(1, 0, () -> {
            throw new IllegalStateException("no disk");
        });

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(received)
                .containsExactly(
                        new Report.Broken("a report cannot be computed: java.lang.IllegalStateException: no disk"));
        assertThat(failures).hasSize(1);
    }

    @Test
    void lostConnectionShouldNotStopTheCommands() throws Exception {
        ReportSender cut = new ReportSender(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("the wire is cut");
                    }
                },
                failures::add);
        Thread command = new Thread(() -> {
            for (int i = 0; i < 1000; i++) {
                cut.text(text(i, PIECE));
            }
        });
        command.start();

        command.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(command.isAlive()).isFalse();
        assertThat(failures).hasSize(1).allMatch(IOException.class::isInstance);
    }

    private static Report.Text text(int command, String text) {
        return new Report.Text(command, OutputStreamName.STDOUT, 0, text);
    }
}
