package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class OrderQueueTest {

    private static final CommandOrder ORDER = new CommandOrder.Stop(0, 0, false);

    private final List<CommandOrder> sent = new ArrayList<>();
    private final OrderQueue queue = new OrderQueue(sent::add);

    @Test
    void orderShouldLeaveWithAnOpenAnswer() {
        queue.open();
        queue.send(ORDER);

        assertThat(queue.close(true)).containsExactly(ORDER);
        assertThat(sent).isEmpty();
    }

    @Test
    void answerShouldWaitForAnExpectedOrder() {
        queue.open();
        new Thread(() -> queue.send(ORDER)).start();

        List<CommandOrder> orders = queue.close(true);

        assertThat(orders.isEmpty() ? sent : orders).containsExactly(ORDER);
    }

    @Test
    void orderShouldLeaveDirectlyWithoutAnOpenAnswer() {
        queue.open();
        assertThat(queue.close(false)).isEmpty();

        queue.send(ORDER);

        assertThat(sent).containsExactly(ORDER);
    }

    @Test
    void orderShouldBeSentOnce() {
        queue.open();
        queue.send(ORDER);
        queue.close(true);
        queue.open();

        assertThat(queue.close(true)).isEmpty();
    }
}
