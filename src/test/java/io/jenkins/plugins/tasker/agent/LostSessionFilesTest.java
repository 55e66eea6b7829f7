package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.RunningCommand;
import java.io.File;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A session that was lost closes its files when its last command has ended. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class LostSessionFilesTest extends RunsOnAgent {

    private static final int LOST_SESSIONS = 20;

    /** Files that other threads of this JVM may open meanwhile. */
    private static final int OTHERS = 10;

    private static int openFiles() {
        return new File("/proc/self/fd").list().length;
    }

    @Test
    void lostSessionsShouldLeaveNoFileOpen() throws Exception {
        run("true");
        int before = openFiles();
        for (int i = 0; i < LOST_SESSIONS; i++) {
            CountDownLatch up = new CountDownLatch(1);
            RunningCommand command = start(
                    (stream, text) -> up.countDown(),
                    "sh",
                    "-c",
                    "echo up; until [ -e go" + i + " ]; do sleep 0.02; done");
            up.await();
            agent.disconnect();
            runner.onLost();
            agent.connect();
            Files.createFile(workspace.resolve("go" + i));
            assertThat(command.result().get().exitCode()).isZero();
        }

        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (openFiles() > before + OTHERS && System.nanoTime() < limit) {
            Thread.sleep(20);
        }
        assertThat(openFiles()).isLessThanOrEqualTo(before + OTHERS);
    }
}
