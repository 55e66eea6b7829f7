package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import io.jenkins.plugins.tasker.hosts.Inventory.InventoryGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds groups that contain themselves: E45. Uses no recursion, so a long chain of groups cannot exhaust the stack. */
final class GroupCircles {

    /** A group whose items are being visited. */
    private record Visit(String group, Iterator<HostItem> items) {}

    private final Map<String, InventoryGroup> groups;
    private final Deque<Visit> path = new ArrayDeque<>();
    private final Set<String> onPath = new HashSet<>();
    private final Set<String> finished = new HashSet<>();

    /** @param groups groups that name only each other */
    GroupCircles(Map<String, InventoryGroup> groups) {
        this.groups = groups;
    }

    void check() throws HostListException {
        for (String group : groups.keySet()) {
            if (!finished.contains(group)) {
                enter(group);
                walk();
            }
        }
    }

    private void walk() throws HostListException {
        while (!path.isEmpty()) {
            Visit top = path.peek();
            if (!top.items().hasNext()) {
                path.pop();
                onPath.remove(top.group());
                finished.add(top.group());
                continue;
            }
            HostItem item = top.items().next();
            if (item.kind() == HostItem.Kind.GROUP && onPath.contains(item.text())) {
                throw circle(item);
            }
            if (item.kind() == HostItem.Kind.GROUP && !finished.contains(item.text())) {
                enter(item.text());
            }
        }
    }

    private void enter(String group) {
        path.push(new Visit(group, groups.get(group).items().iterator()));
        onPath.add(group);
    }

    private HostListException circle(HostItem item) {
        List<String> outer = new ArrayList<>();
        for (Iterator<Visit> visits = path.descendingIterator(); visits.hasNext(); ) {
            outer.add(visits.next().group());
        }
        String circle = Stream.concat(
                        outer.subList(outer.indexOf(item.text()), outer.size()).stream(), Stream.of(item.text()))
                .collect(Collectors.joining(" -> "));
        return new HostListException(
                Code.E45, item.place(), "groups contain each other in a circle: " + circle, "remove one of them");
    }
}
