package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import io.jenkins.plugins.tasker.text.SimilarNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups of hosts, read from an inventory in INI format (rule 19.4). */
public final class Inventory {

    /** The group that holds every host of the file. */
    static final String ALL = "all";

    /** The inventory of a run without one. */
    public static final Inventory NONE = new Inventory(Map.of(), Optional.empty());

    private final Map<String, InventoryGroup> groups;
    private final Optional<String> connectionSetting;
    private final Map<String, List<String>> expanded = new LinkedHashMap<>();

    Inventory(Map<String, InventoryGroup> groups, Optional<String> connectionSetting) {
        this.groups = groups;
        this.connectionSetting = connectionSetting;
    }

    /**
     * Reads an inventory.
     *
     * @param file the name of the file in problems
     * @throws HostListException with code E09 or E43 to E46 and the line
     */
    public static Inventory parse(String file, String text) throws HostListException {
        if (text.length() > HostFiles.MAX_BYTES) {
            throw new HostListException(Code.E46, HostPlace.file(file), "larger than 1 MiB", "divide the inventory");
        }
        return new InventoryParser(file).parse(text);
    }

    /** Returns the names of all groups: {@code all}, then those of the file in its order; empty without an inventory. */
    public Set<String> groups() {
        return groups.keySet();
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Returns all hosts of the file, in its order; empty without an inventory. */
    public List<String> hosts() {
        return groups.containsKey(ALL) ? hosts(ALL) : List.of();
    }

    /**
     * Returns the first host or group with a setting of Ansible that changes how a host is reached, and has no effect here
     * (W37).
     */
    public Optional<String> connectionSetting() {
        return connectionSetting;
    }

    /** Returns the hosts of the group that an item names. */
    List<String> hosts(HostItem item) throws HostListException {
        if (groups.isEmpty()) {
            throw new HostListException(
                    Code.E45,
                    item.place(),
                    "a group needs an inventory, and none is given",
                    "name the file with the groups: --hosts FILE, or 'hosts' in Jenkins");
        }
        if (!groups.containsKey(item.text())) {
            throw unknown(item.text(), item.place());
        }
        return hosts(item.text());
    }

    private HostListException unknown(String group, HostPlace place) {
        String remedy = SimilarNames.among(groups.keySet(), group).stream()
                .findFirst()
                .map(similar -> "was group '" + similar + "' meant?")
                .orElse("known groups: " + String.join(", ", groups.keySet()));
        return new HostListException(Code.E45, place, "the inventory has no such group", remedy);
    }

    private synchronized List<String> hosts(String group) {
        List<String> known = expanded.get(group);
        if (known == null) {
            known = expand(group);
            expanded.put(group, known);
        }
        return known;
    }

    /** Expands a group in the order of the file. Uses no recursion, as {@link GroupCircles}. */
    private List<String> expand(String group) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> visited = new HashSet<>(Set.of(group));
        Deque<Iterator<HostItem>> nested = new ArrayDeque<>();
        nested.push(groups.get(group).items().iterator());
        while (!nested.isEmpty()) {
            if (!nested.peek().hasNext()) {
                nested.pop();
                continue;
            }
            HostItem item = nested.peek().next();
            if (item.kind() == HostItem.Kind.NAMES) {
                item.pattern().expand(names::add);
            } else if (visited.add(item.text())) {
                nested.push(groups.get(item.text()).items().iterator());
            }
        }
        return List.copyOf(names);
    }

    /** Checks that all groups exist, that none contains itself, and that the file has an acceptable number of hosts. */
    void check() throws HostListException {
        long names = 0;
        for (InventoryGroup group : groups.values()) {
            for (HostItem item : group.items()) {
                if (item.kind() == HostItem.Kind.GROUP && !groups.containsKey(item.text())) {
                    throw unknown(item.text(), item.place());
                }
                boolean counted =
                        item.kind() == HostItem.Kind.NAMES && group.name().equals(ALL);
                if (counted && item.pattern().size() > HostList.MAX_NAMES - names) {
                    throw new HostListException(
                            Code.E43,
                            item.place(),
                            "more than " + HostList.MAX_NAMES + " hosts in the inventory",
                            "divide the inventory, or correct the range");
                }
                names += counted ? item.pattern().size() : 0;
            }
        }
        new GroupCircles(groups).check();
    }

    /** A group of hosts and of other groups, in the order of the file. */
    record InventoryGroup(String name, List<HostItem> items) {

        static InventoryGroup named(String name) {
            return new InventoryGroup(name, new ArrayList<>());
        }
    }
}
