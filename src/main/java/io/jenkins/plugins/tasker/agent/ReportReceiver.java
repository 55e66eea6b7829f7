package io.jenkins.plugins.tasker.agent;

import java.util.List;

/** Receives reports about the commands of one run. The controller exports it to the agent. */
public interface ReportReceiver {

    /**
     * Handles a batch of reports. The agent sends the next batch after this call has returned, so a slow controller slows
     * the commands down and its memory stays bounded.
     *
     * @return orders that follow from the reports, see {@link OrderQueue}
     */
    List<CommandOrder> onReport(List<CommandReport> reports);
}
