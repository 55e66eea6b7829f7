package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedActionsTest {

    private final List<String> done = new ArrayList<>();
    private final OrderedActions orders = new OrderedActions();

    @Test
    void actionsShouldRunInTheOrderOfTheirNumbers() {
        orders.run(2, () -> done.add("c"));
        orders.run(0, () -> done.add("a"));
        assertThat(done).containsExactly("a");
        orders.run(1, () -> done.add("b"));
        orders.run(3, () -> done.add("d"));

        assertThat(done).containsExactly("a", "b", "c", "d");
    }
}
