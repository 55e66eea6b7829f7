package io.jenkins.plugins.tasker.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The keys of fan-out tasks on their hosts. A key shows the name of the host with its secrets masked. */
final class HostKeys {

    private final UnaryOperator<String> mask;
    private final Map<TaskKey, String> unmasked = new HashMap<>();

    HostKeys(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    TaskKey of(TaskKey fanOut, String host, int position) {
        String shown = mask.apply(host);
        TaskKey key = fanOut.onHost(shown, position);
        if (!shown.equals(host)) {
            unmasked.put(key, host);
        }
        return key;
    }

    /** Returns the name of the host of an attempt. */
    String hostname(TaskKey attempt) {
        return unmasked.getOrDefault(attempt.firstAttempt(), attempt.host());
    }
}
