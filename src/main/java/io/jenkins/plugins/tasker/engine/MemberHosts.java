package io.jenkins.plugins.tasker.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The hosts of a group with the outcome of each: the source of the variables of rule 19.8.
 *
 * @param hosts in list order; a host occurs once for each member that runs on it
 * @param outcomes the {@link MemberOutcome#mark} of each host, in the same order
 */
public record MemberHosts(List<String> hosts, String outcomes) {

    /** Returns these hosts with the secrets in their names masked (rule 16.4). */
    MemberHosts masked(Secrets secrets) {
        return new MemberHosts(hosts.stream().map(secrets::mask).toList(), outcomes);
    }

    /** Returns all hosts, separated by commas. */
    public String all() {
        return String.join(",", new LinkedHashSet<>(hosts));
    }

    /** Returns the hosts with one of the outcomes, separated by commas. */
    public String with(MemberOutcome... wanted) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < hosts.size(); i++) {
            for (MemberOutcome outcome : wanted) {
                if (outcomes.charAt(i) == outcome.mark()) {
                    found.add(hosts.get(i));
                }
            }
        }
        return String.join(",", found);
    }
}
