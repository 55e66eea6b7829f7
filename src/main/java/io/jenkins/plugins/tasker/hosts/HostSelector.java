package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Expands the items of a list. Takes memory for at most {@link HostList#MAX_NAMES} names. */
final class HostSelector {

    private static final String FEWER = "name fewer hosts, or divide them among several tasks";

    private final HostSources sources;
    private final Function<String, String> results;
    private final Set<String> excluded = new HashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private long listed;

    private HostSelector(HostSources sources, Function<String, String> results) {
        this.sources = sources;
        this.results = results;
    }

    static HostSelection select(List<HostItem> items, HostSources sources, Function<String, String> results)
            throws HostListException {
        HostSelector selector = new HostSelector(sources, results);
        for (HostItem item : items) {
            if (item.isExcluded()) {
                selector.expand(item, selector.excluded::add);
            }
        }
        for (HostItem item : items) {
            if (!item.isExcluded()) {
                selector.include(item);
            }
        }
        return new HostSelection(List.copyOf(selector.names), List.copyOf(selector.repeated));
    }

    static HostListException empty(List<HostItem> items) {
        boolean excluding = items.stream().anyMatch(HostItem::isExcluded);
        return new HostListException(
                Code.E47,
                HostPlace.LIST,
                excluding ? "the list excludes all of its hosts" : "the list has no host",
                "name at least one host, range, group or file with hosts");
    }

    private void include(HostItem item) throws HostListException {
        if (excluded.isEmpty()
                && item.kind() == HostItem.Kind.NAMES
                && item.pattern().size() > HostList.MAX_NAMES) {
            throw tooMany(item.place());
        }
        expand(item, item.kind() == HostItem.Kind.NAMES ? this::addWritten : this::add);
        if (names.size() > HostList.MAX_HOSTS) {
            throw tooMany(item.place());
        }
    }

    private void add(String name) {
        if (!excluded.contains(name)) {
            names.add(name);
        }
    }

    private void addWritten(String name) {
        if (!written.add(name) && !excluded.contains(name)) {
            repeated.add(name);
        }
        add(name);
    }

    private void expand(HostItem item, Consumer<String> target) throws HostListException {
        switch (item.kind()) {
            case NAMES -> {
                count(item.pattern().size(), item);
                item.pattern().expand(target);
            }
            case GROUP -> {
                List<String> hosts = sources.inventory().hosts(item);
                count(hosts.size(), item);
                hosts.forEach(target);
            }
            case FILE -> {
                for (HostItem inFile : sources.items(item)) {
                    expand(inFile, target);
                }
            }
            case RESULT -> split(results.apply(item.text()), item, target);
        }
    }

    private void split(String value, HostItem item, Consumer<String> target) throws HostListException {
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || HostListParser.isSeparator(value.charAt(i))) {
                if (i > start) {
                    count(1, item);
                    target.accept(value.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** Counts names before they are created. */
    private void count(long more, HostItem item) throws HostListException {
        if (more > HostList.MAX_NAMES - listed) {
            throw new HostListException(
                    Code.E43,
                    item.place(),
                    "the items of the list give more than " + HostList.MAX_NAMES
                            + " names, repeated and excluded ones included",
                    FEWER);
        }
        listed += more;
    }

    private static HostListException tooMany(HostPlace place) {
        return new HostListException(Code.E43, place, "more than " + HostList.MAX_HOSTS + " hosts", FEWER);
    }
}
