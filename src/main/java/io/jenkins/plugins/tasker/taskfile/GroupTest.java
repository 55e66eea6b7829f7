package io.jenkins.plugins.tasker.taskfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tests of the counts of a group, allowed in {@code next} and {@code loop_break} of groups only (rule 11.8). */
public enum GroupTest {
    ALL_SUCCESS(false),
    ANY_SUCCESS(false),
    MAJORITY_SUCCESS(false),
    MIN_SUCCESS(true),
    MAX_SUCCESS(true),
    MIN_FAILED(true),
    MAX_FAILED(true);

    private static final Map<String, GroupTest> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(GroupTest::key, Function.identity()));

    private final boolean needsNumber;

    GroupTest(boolean needsNumber) {
        this.needsNumber = needsNumber;
    }

    public boolean needsNumber() {
        return needsNumber;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<GroupTest> of(String word) {
        return Optional.ofNullable(BY_KEY.get(word));
    }
}
