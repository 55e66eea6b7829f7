package io.jenkins.plugins.tasker.steps;

import io.jenkins.plugins.tasker.web.RunRegistration;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Finds the parallel branch of a script that contains a step. */
final class ParallelBranch {

    private ParallelBranch() {}

    /** Returns the names of the enclosing branches, outermost first; empty outside of {@code parallel}. */
    static String of(StepContext context) throws IOException, InterruptedException {
        Deque<String> names = new ArrayDeque<>();
        FlowNode node = context.get(FlowNode.class);
        if (node != null) {
            for (BlockStartNode block : node.iterateEnclosingBlocks()) {
                ThreadNameAction branch = block.getAction(ThreadNameAction.class);
                if (branch != null) {
                    names.addFirst(branch.getThreadName());
                }
            }
        }
        return String.join(RunRegistration.NESTED_BRANCHES, names);
    }
}
