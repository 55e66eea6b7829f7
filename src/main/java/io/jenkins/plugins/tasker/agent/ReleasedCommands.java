package io.jenkins.plugins.tasker.agent;

import java.util.ArrayList;
import java.util.List;

/** Collects commands with a recorded result. The next order names them to the agent, so they cost no message. */
final class ReleasedCommands {

    private final List<Integer> ids = new ArrayList<>();

    synchronized void add(int id) {
        ids.add(id);
    }

    /** Returns the collected ids and forgets them. */
    synchronized List<Integer> take() {
        List<Integer> taken = List.copyOf(ids);
        ids.clear();
        return taken;
    }
}
