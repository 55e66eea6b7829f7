package io.jenkins.plugins.tasker.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts on which no fan-out task starts, because host validation failed there (rule 14.7). A continued run validates no
 * host again: it avoids the recorded ones. Names and reasons are masked.
 */
final class AvoidedHosts {

    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** Records the hosts, or reads the recorded ones. Called once, when the run begins. */
    void begin(RunContext run) {
        if (run.recorded.next().orElse(null) instanceof RunEvent.HostsAvoided recorded) {
            recorded.hosts().forEach(host -> reasons.put(host.name(), host.reason()));
        } else if (run.recorded.isReplayed()) {
            run.options.members().avoided().forEach((name, reason) -> reasons.put(run.mask(name), run.mask(reason)));
        }
        List<RunEvent.HostsAvoided.Host> hosts = reasons.entrySet().stream()
                .map(host -> new RunEvent.HostsAvoided.Host(host.getKey(), host.getValue()))
                .toList();
        if (!hosts.isEmpty()) {
            run.emit(new RunEvent.HostsAvoided(hosts));
        }
    }

    /** Returns why a member is not started; empty if it may start. */
    Optional<String> reason(TaskKey member) {
        return member.isOnHost() ? Optional.ofNullable(reasons.get(member.host())) : Optional.empty();
    }
}
