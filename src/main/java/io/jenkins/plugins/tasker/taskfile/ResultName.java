package io.jenkins.plugins.tasker.taskfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a task's result: the endings of {@code @N_...@} (rule 7.1). */
public enum ResultName {
    STDOUT("stdout"),
    STDERR("stderr"),
    EXIT_CODE("exit_code"),
    EXIT("exit"),
    HOSTNAME("hostname"),
    SUCCESS("success"),
    START_TIME("start_time"),
    END_TIME("end_time"),
    DURATION("duration"),
    SUCCESS_COUNT("success_count"),
    FAILED_COUNT("failed_count"),
    TOTAL_COUNT("total_count"),
    SKIPPED_COUNT("skipped_count"),
    TIMEOUT_COUNT("timeout_count"),
    NOTSTARTED_COUNT("notstarted_count"),
    HOSTS("hosts"),
    SUCCESS_HOSTS("success_hosts"),
    FAILED_HOSTS("failed_hosts"),
    TIMEOUT_HOSTS("timeout_hosts"),
    SKIPPED_HOSTS("skipped_hosts"),
    NOTSTARTED_HOSTS("notstarted_hosts");

    private static final Map<String, ResultName> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(name -> name.key, name -> name));

    private final String key;

    ResultName(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Returns whether only parallel and conditional tasks have this result (rule 7.1, last row). */
    public boolean onGroupsOnly() {
        return compareTo(SUCCESS_COUNT) >= 0;
    }

    /** Returns whether a fan-out task has this result on each host (rule 19.5). */
    boolean isOnHosts() {
        return switch (this) {
            case STDOUT, STDERR, EXIT_CODE, EXIT, SUCCESS, DURATION -> true;
            default -> false;
        };
    }

    /** Returns whether the value is a list of hosts (rule 19.8). */
    public boolean isHostList() {
        return compareTo(HOSTS) >= 0;
    }

    /** Returns the result with a name, in any case (rule 7.2). */
    public static Optional<ResultName> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key.toLowerCase(Locale.ROOT)));
    }
}
