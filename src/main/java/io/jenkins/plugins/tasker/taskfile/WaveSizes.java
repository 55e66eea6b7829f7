package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sizes of the waves in which a group starts its members: the value of {@code batch} (rule 19.9).
 *
 * @param portions one entry for each wave; the last entry repeats
 */
public record WaveSizes(List<Portion> portions) {

    /** Reads entries such as {@code 1,10%,50%}; empty if an entry is malformed, or 0. */
    public static Optional<WaveSizes> parse(String text) {
        List<Portion> portions = new ArrayList<>();
        for (String entry : text.split(",", -1)) {
            Optional<Portion> portion = Portion.parse(entry).filter(part -> part.number() > 0);
            if (portion.isEmpty()) {
                return Optional.empty();
            }
            portions.add(portion.get());
        }
        return Optional.of(new WaveSizes(List.copyOf(portions)));
    }

    /**
     * Returns the number of members in a wave; at least 1.
     *
     * @param wave counted from 0
     * @param all number of all members of the group
     */
    public int size(int wave, int all) {
        Portion portion = portions.get(Math.min(wave, portions.size() - 1));
        return Math.max(1, portion.roundedUp(all));
    }

    /** Returns the sizes of all waves of a group; their sum is the number of its members. */
    public List<Integer> sizes(int all) {
        List<Integer> sizes = new ArrayList<>();
        for (int left = all; left > 0; left -= sizes.get(sizes.size() - 1)) {
            sizes.add(Math.min(left, size(sizes.size(), all)));
        }
        return sizes;
    }

    @Override
    public String toString() {
        return portions.stream().map(Portion::toString).collect(Collectors.joining(","));
    }
}
