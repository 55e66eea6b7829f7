package io.jenkins.plugins.tasker.agent;

import java.util.List;

/** Hears what happens to the commands of one run. The controller exports it to the agent. */
public interface ReportReceiver {

    /**
     * The agent sends the next portion only after this call has returned, so a controller that is slow slows the commands
     * down instead of drowning.
     *
     * @return orders that the reports gave rise to; see {@link OrderQueue} for why they come this way
     */
    List<CommandOrder> report(List<CommandReport> reports);
}
