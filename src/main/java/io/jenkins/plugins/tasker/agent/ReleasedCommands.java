package io.jenkins.plugins.tasker.agent;

import java.util.ArrayList;
import java.util.List;

/** Commands whose results are recorded. The agent hears of them with the next order, so that they cost no message. */
final class ReleasedCommands {

    private final List<Integer> ids = new ArrayList<>();

    synchronized void add(int id) {
        ids.add(id);
    }

    synchronized int[] take() {
        int[] taken = ids.stream().mapToInt(Integer::intValue).toArray();
        ids.clear();
        return taken;
    }
}
