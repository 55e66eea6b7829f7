package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * A list of hosts as written: the items of rule 19.2, not yet expanded. Reading a list takes time for its text only, however
 * many hosts it gives.
 */
public final class HostList {

    /** The number of hosts that a list may give (E43). */
    public static final int MAX_HOSTS = 10_000;

    /**
     * The number of names that the items of a list or an inventory may give altogether, including those that are repeated or
     * taken away: a bound for time and memory.
     */
    public static final int MAX_NAMES = 100_000;

    private final List<HostItem> items;

    private HostList(List<HostItem> items) {
        this.items = List.copyOf(items);
    }

    /**
     * Reads a list without references to results of tasks.
     *
     * @throws HostListException with code E09 or E44, and the column in the text
     */
    public static HostList parse(String text) throws HostListException {
        return new HostList(HostListParser.items(text, HostPlace.LIST, HostListParser.Kind.LIST));
    }

    /**
     * Reads the list of a field, in which globals are expanded (rule 19.3).
     *
     * @throws HostListException with code E09 or E44, and the column in {@link Template#expanded}
     */
    public static HostList of(Template field) throws HostListException {
        StringBuilder text = new StringBuilder();
        BitSet references = new BitSet();
        for (Template.Part part : field.parts()) {
            int start = text.length();
            text.append(part.outside() == null ? part.text() : part.outside());
            references.set(start, text.length(), part.reference() != null);
        }
        return new HostList(
                new HostListParser(text.toString(), references, HostPlace.LIST, HostListParser.Kind.LIST).items());
    }

    /** Returns the items as they stand in the list, in order. */
    public List<String> written() {
        return items.stream().map(item -> item.place().text()).toList();
    }

    /** Returns whether the hosts are known before any task has run. */
    public boolean isStatic() {
        return items.stream().noneMatch(item -> item.kind() == HostItem.Kind.RESULT);
    }

    /** Returns the paths that items {@code file:} name, in order. */
    public List<String> files() {
        return items.stream()
                .filter(item -> item.kind() == HostItem.Kind.FILE)
                .map(HostItem::text)
                .distinct()
                .toList();
    }

    /** Returns whether an item names a group of the inventory. */
    public boolean usesGroups() {
        return items.stream().anyMatch(item -> item.kind() == HostItem.Kind.GROUP);
    }

    /**
     * Returns the hosts that are known before any task has run. Items that exclude results of tasks count as if they gave
     * none.
     *
     * @throws HostListException with code E43, E45, E46 or E09, or with E47 if the list is static and gives no host
     */
    public HostSelection known(HostSources sources) throws HostListException {
        HostSelection known = HostSelector.select(items, sources, reference -> "");
        if (isStatic() && known.names().isEmpty()) {
            throw HostSelector.empty(items);
        }
        return known;
    }

    /**
     * Returns all hosts. A value of a result is cut at commas and white space, and each part is a name, whatever characters it
     * has (see {@link MemberName}).
     *
     * @param results the value of each reference, which is given with both {@code @}
     * @return the hosts; none if the results give none
     * @throws HostListException as {@link #known}, but never with code E47
     */
    public HostSelection resolve(HostSources sources, Function<String, String> results) throws HostListException {
        return HostSelector.select(items, sources, results);
    }
}
