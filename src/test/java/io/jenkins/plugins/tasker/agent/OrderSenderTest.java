package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.agent.protocol.Order;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderSenderTest {

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private OrderSender sender;

    @BeforeEach
    void open() throws Exception {
        sender = new OrderSender(
                new OutputStream() {
                    @Override
                    public void write(int value) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void write(byte[] bytes) {
                        calls.add("write");
                    }

                    @Override
                    public void flush() {
                        calls.add("flush");
                    }

                    @Override
                    public void close() {
                        calls.add("close");
                    }
                },
                "agent1",
                failure -> calls.add(failure.toString()));
        assertThat(calls.take()).isEqualTo("write");
    }

    @Test
    void acknowledgedOrderShouldBeConfirmedByAPacket() throws Exception {
        sender.onAcknowledged();

        assertThat(calls.take()).isEqualTo("flush");
    }

    @Test
    void lastOrderShouldBeConfirmedByTheEndOfTheStream() throws Exception {
        sender.onAcknowledged();
        assertThat(calls.take()).isEqualTo("flush");

        sender.send(new Order.Close());
        sender.finishAcknowledged();
        assertThat(calls.take()).isEqualTo("write");
        assertThat(calls).isEmpty();
        sender.onAcknowledged();

        assertThat(calls.take()).isEqualTo("close");
    }

    @Test
    void missingAcknowledgementShouldNotKeepTheStreamOpen() throws Exception {
        sender.onAcknowledged();
        sender.send(new Order.Close());
        sender.finishAcknowledged();

        while (!calls.take().equals("close")) {
            // flush, write
        }
    }

    @Test
    void agentThatAcknowledgesNothingShouldNotBeAwaited() throws Exception {
        sender.send(new Order.Close());
        sender.finishAcknowledged();

        assertThat(calls.take()).isEqualTo("write");
        assertThat(calls.take()).isEqualTo("close");
    }
}
