package io.jenkins.plugins.tasker.hosts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Writes names of hosts as ranges: {@code db1,web[01-20]} (rule 19.11). Reading the text as a {@link HostList} gives the same
 * hosts, though not always in the same order. Names that no range can express stay as they are.
 */
public final class FoldedHosts {

    private FoldedHosts() {}

    /** Folds names, in the order in which each kind of name occurs first; repeated names count once. */
    public static String of(Collection<String> names) {
        return String.join(",", items(names));
    }

    /** Folds names into items. Takes time in proportion to the length of all names. */
    public static List<String> items(Collection<String> names) {
        Map<List<String>, List<FoldedName>> shapes = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(names)) {
            FoldedName parts = FoldedName.of(name);
            shapes.computeIfAbsent(parts.texts(), texts -> new ArrayList<>()).add(parts);
        }
        List<String> items = new ArrayList<>();
        shapes.values().forEach(same -> fold(same).forEach(name -> items.add(name.toString())));
        return items;
    }

    /** Folds names that differ in their numbers only: the last number first, since it counts fastest. */
    private static Collection<FoldedName> fold(List<FoldedName> names) {
        Collection<FoldedName> folded = names;
        for (int number = names.get(0).numbers().size() - 1; number >= 0 && folded.size() > 1; number--) {
            Map<FoldedName, List<String>> values = new LinkedHashMap<>();
            for (FoldedName name : folded) {
                values.computeIfAbsent(name.with(number, ""), rest -> new ArrayList<>())
                        .add(name.numbers().get(number));
            }
            List<FoldedName> next = new ArrayList<>();
            for (Map.Entry<FoldedName, List<String>> entry : values.entrySet()) {
                next.add(entry.getKey().with(number, FoldedNumbers.of(entry.getValue())));
            }
            folded = next;
        }
        return folded;
    }
}
