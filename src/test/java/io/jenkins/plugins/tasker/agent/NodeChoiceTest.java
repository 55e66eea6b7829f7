package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.validation.NodeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NodeChoiceTest {

    private final FakeNodes nodes = new FakeNodes();
    private final List<String> console = new ArrayList<>();
    private final NodeChoice choice = new NodeChoice(nodes, console::add);

    @Test
    void nameShouldFindTheNodeWithThisName() {
        nodes.online("web 1", 5);

        assertThat(choice.node("web 1")).isEqualTo("web 1");
        assertThat(choice.refusal("web 1")).isEmpty();
        assertThat(console).isEmpty();
    }

    @Test
    @DisplayName("5.13 A label selects the least busy node that is online and permitted, and logs it")
    void labelShouldSelectTheLeastBusyUsableNode() {
        nodes.online("w1", 3).online("w2", 1).offline("w3").forbidden("w4").online("db", 0);

        assertThat(choice.node("w")).isEqualTo("w2");
        assertThat(console).containsExactly("Label w: node w2 in this run");
    }

    @Test
    @DisplayName("5.13 A label selects the same node for the whole run, even if it becomes busy or offline")
    void labelShouldSelectOnce() {
        nodes.online("w1", 1).online("w2", 2);
        choice.node("w");
        nodes.online("w1", 9);

        assertThat(choice.node("w")).isEqualTo("w1");
        nodes.offline("w1");
        assertThat(choice.node("w")).isEqualTo("w1");
        assertThat(choice.refusal("w").map(NodeTypes.Refusal::reason).orElseThrow())
                .startsWith("the node w1 is offline");
        assertThat(console).hasSize(1);
    }

    @Test
    void unknownNameShouldGive21AndTheRemedy() {
        for (String name : List.of("nobody", "w && &&& db")) {
            NodeTypes.Refusal refusal = choice.refusal(name).orElseThrow();

            assertThat(refusal.exitCode()).isEqualTo(21);
            assertThat(refusal.reason())
                    .startsWith("no node of Jenkins has this name or label")
                    .contains("correct 'hostname'");
            assertThat(choice.node(name)).isEqualTo(name);
        }
    }

    @Test
    void offlineNodeShouldGive60AndTheRemedy() {
        nodes.offline("w1").offline("w2");

        assertThat(choice.refusal("w1"))
                .isEqualTo(Optional.of(new NodeTypes.Refusal(
                        60, "the node is offline; bring it online (Manage Jenkins, Nodes), or name another node")));
        assertThat(choice.refusal("w").orElseThrow().reason())
                .startsWith("each node with this label (w1, w2) is offline");
    }

    @Test
    @DisplayName("5.13 A node on which Jenkins starts no work of the build gives 61 and the reason")
    void refusingNode() {
        nodes.refusing("w1", "reserved for releases");

        for (String name : List.of("w1", "w")) {
            NodeTypes.Refusal refusal = choice.refusal(name).orElseThrow();

            assertThat(refusal.exitCode()).isEqualTo(61);
            assertThat(refusal.reason())
                    .startsWith("Jenkins starts no work of this build on ")
                    .contains(": reserved for releases; name another node");
        }
        nodes.online("w2", 9);
        assertThat(choice.node("w")).isEqualTo("w2");
    }

    @Test
    void nodeWithoutPermissionShouldGive61AndNameTheUser() {
        nodes.forbidden("w1");

        for (String name : List.of("w1", "w")) {
            NodeTypes.Refusal refusal = choice.refusal(name).orElseThrow();

            assertThat(refusal.exitCode()).isEqualTo(61);
            assertThat(refusal.reason())
                    .startsWith("the build runs as alice, who has no permission to use ")
                    .contains("Agent/Build");
        }
    }
}
