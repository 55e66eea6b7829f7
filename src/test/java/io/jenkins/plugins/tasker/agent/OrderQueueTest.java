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
    private final OrderQueue outbox = new OrderQueue(sent::add);

    @Test
    void orderShouldRideAlongWithAnOpenAnswer() {
        outbox.open();
        outbox.send(ORDER);

        assertThat(outbox.close(true)).containsExactly(ORDER);
        assertThat(sent).isEmpty();
    }

    @Test
    void answerShouldWaitForAnOrderThatIsLikelyToCome() {
        outbox.open();
        new Thread(() -> outbox.send(ORDER)).start();

        List<CommandOrder> orders = outbox.close(true);

        assertThat(orders.isEmpty() ? sent : orders).containsExactly(ORDER);
    }

    @Test
    void orderShouldGoByItselfIfThereIsNoAnswer() {
        outbox.open();
        assertThat(outbox.close(false)).isEmpty();

        outbox.send(ORDER);

        assertThat(sent).containsExactly(ORDER);
    }

    @Test
    void orderShouldNotBeSentTwice() {
        outbox.open();
        outbox.send(ORDER);
        outbox.close(true);
        outbox.open();

        assertThat(outbox.close(true)).isEmpty();
    }
}
