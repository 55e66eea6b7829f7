package io.jenkins.plugins.tasker.agent;

import hudson.model.Item;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.queue.CauseOfBlockage;
import java.util.GregorianCalendar;
import java.util.List;
import org.springframework.security.core.Authentication;

/** The work of a build on a node that a task names, as the queue of Jenkins would see it. It is never scheduled. */
record NodeUse(Item job, Authentication authentication, Node node) implements Queue.Task {

    /** Returns why the node takes no such work; empty if it does. */
    static String refusal(Item job, Authentication authentication, Node node) {
        NodeUse use = new NodeUse(job, authentication, node);
        CauseOfBlockage cause =
                node.canTake(new Queue.BuildableItem(new Queue.WaitingItem(new GregorianCalendar(), use, List.of())));
        return cause == null ? "" : cause.getShortDescription();
    }

    /** The task names the node, so a label of the job does not matter. */
    @Override
    public Label getAssignedLabel() {
        return node.getSelfLabel();
    }

    @Override
    public Queue.Task getOwnerTask() {
        return job instanceof Queue.Task owner ? owner : this;
    }

    @Override
    public Authentication getDefaultAuthentication2() {
        return authentication;
    }

    @Override
    public Queue.Executable createExecutable() {
        return null;
    }

    @Override
    public String getName() {
        return job.getName();
    }

    @Override
    public String getDisplayName() {
        return job.getDisplayName();
    }

    @Override
    public String getFullDisplayName() {
        return job.getFullName();
    }

    @Override
    public String getUrl() {
        return job.getUrl();
    }
}
