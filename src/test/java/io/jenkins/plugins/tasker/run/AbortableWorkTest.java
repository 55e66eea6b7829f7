package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.tasker.journal.RunRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AbortableWorkTest {

    private static final RunOutcome OUTCOME =
            new RunOutcome("deploy.txt", 0, RunRecord.of(List.of()), Optional.empty(), true, UnhandledFailures.IGNORE);

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger aborts = new AtomicInteger();

    private AbortableWork work(Callable<RunOutcome> steps, boolean handlesAborts) throws InterruptedException {
        AbortableWork work = new AbortableWork(
                steps,
                new AbortableWork.Target() {
                    @Override
                    public void abort(Runnable interrupt) {
                        aborts.incrementAndGet();
                        if (!handlesAborts) {
                            interrupt.run();
                        }
                    }

                    @Override
                    public String withRemains(String sentence) {
                        return sentence + "; task 3 may still be running";
                    }
                },
                Duration.ofMillis(300));
        work.start(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        });
        started.await();
        return work;
    }

    private RunOutcome deaf() {
        started.countDown();
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                // as a write to a socket that nothing reads
            }
        }
        return OUTCOME;
    }

    @Test
    void outcomeShouldBeThatOfTheWork() throws Exception {
        release.countDown();

        assertThat(work(this::deaf, true).outcome().get()).isEqualTo(OUTCOME);
    }

    @Test
    void abortShouldInterruptWorkThatWaitsForAnAgent() throws Exception {
        AbortableWork work = work(
                () -> {
                    started.countDown();
                    new CountDownLatch(1).await();
                    return OUTCOME;
                },
                false);

        work.abort();

        assertThatThrownBy(() -> work.outcome().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void abortShouldNotInterruptWorkThatEndsItsCommands() throws Exception {
        AbortableWork work = work(
                () -> {
                    started.countDown();
                    release.await();
                    return OUTCOME;
                },
                true);

        work.abort();
        release.countDown();

        assertThat(work.outcome().get()).isEqualTo(OUTCOME);
        assertThat(aborts).hasValue(1);
    }

    @Test
    void secondAbortShouldEndWorkThatNothingEnds() throws Exception {
        AbortableWork work = work(this::deaf, true);

        work.abort();
        work.abort();

        assertThatThrownBy(() -> work.outcome().get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(AbortException.class)
                .hasMessage("the run did not end within 0 s after its second abort; task 3 may still be running");
        release.countDown();
    }

    @Test
    void oneAbortShouldWaitForTheWork() throws Exception {
        AbortableWork work = work(this::deaf, true);

        work.abort();

        Thread.sleep(600);
        assertThat(work.outcome()).isNotDone();
        release.countDown();
        assertThat(work.outcome().get()).isEqualTo(OUTCOME);
    }
}
