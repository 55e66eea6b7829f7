package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedActionsTest {

    private final List<String> done = new ArrayList<>();
    private final OrderedActions actions = new OrderedActions();

    @Test
    void actionsShouldRunInTheOrderOfTheirNumbers() {
        actions.run(2, () -> done.add("c"));
        actions.run(0, () -> done.add("a"));
        assertThat(done).containsExactly("a");
        actions.run(1, () -> done.add("b"));
        actions.run(3, () -> done.add("d"));

        assertThat(done).containsExactly("a", "b", "c", "d");
    }
}
