package io.jenkins.plugins.tasker.hosts;

import java.util.List;

/**
 * The hosts of a list.
 *
 * @param names each host once, in the order of the list
 * @param repeated the hosts that names or ranges of the list itself give more than once (W33), in the order of the list; hosts
 *     that groups or files repeat are left out
 */
public record HostSelection(List<String> names, List<String> repeated) {

    public HostSelection {
        names = List.copyOf(names);
        repeated = List.copyOf(repeated);
    }
}
