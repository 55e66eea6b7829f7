package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
@DisplayName("A controller that starts shells for an agent")
class LaunchedShellsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Order> answers = new CopyOnWriteArrayList<>();
    private final FilePath directory = new FilePath(new File("/w"));
    private final LaunchedShells shells = new LaunchedShells(
            new ContextLauncher(() -> {
                asked.incrementAndGet();
                return null;
            }),
            "/w@tmp/tasker-1",
            Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"", "shell-1;rm", "../shell-1", "shell-$(id)", "shell-1 2", "other", "shell-1/../../x"})
    @DisplayName("accepts the names of files only")
    void name(String name) {
        shells.launch(new Report.LaunchShell(7, name), directory, answers::add);

        assertThat(answers).containsExactly(new Order.ShellEnded(7, "the request for a shell is not valid"));
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("answers with the reason if there is no launcher")
    void noLauncher() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        shells.launch(new Report.LaunchShell(1, "shell-1a.2b-3"), directory, order -> {
            answers.add(order);
            answered.countDown();
        });
        answered.await();

        assertThat(answers).containsExactly(new Order.ShellEnded(1, "the agent is not connected"));
    }

    @Test
    @DisplayName("accepts a bounded number of requests")
    void bounded() throws Exception {
        CountDownLatch answered = new CountDownLatch(1100);
        for (int i = 0; i < 1100; i++) {
            shells.launch(new Report.LaunchShell(i, "shell-1"), directory, order -> {
                answers.add(order);
                answered.countDown();
            });
        }
        answered.await();

        assertThat(asked).hasValue(1000);
    }
}
