package io.jenkins.plugins.tasker.taskfile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a task: the table of rule 3.3. Every other key of a task file defines a global variable (rule 2.8). */
public enum Field {
    TASK("task", Substitution.GLOBALS),
    TYPE("type", Substitution.GLOBALS),
    HOSTNAME("hostname", Substitution.VALUES),
    HOSTNAMES("hostnames", Substitution.VALUES),
    COMMAND("command", Substitution.VALUES),
    ARGUMENTS("arguments", Substitution.VALUES),
    EXEC("exec", Substitution.VALUES),
    TIMEOUT("timeout", Substitution.VALUES),
    SLEEP("sleep", Substitution.VALUES),
    CONDITION("condition", Substitution.CONDITION),
    SUCCESS("success", Substitution.CONDITION),
    STDOUT_COUNT("stdout_count", Substitution.VALUES),
    STDERR_COUNT("stderr_count", Substitution.VALUES),
    STDOUT_SPLIT("stdout_split", Substitution.GLOBALS),
    STDERR_SPLIT("stderr_split", Substitution.GLOBALS),
    NEXT("next", Substitution.CONDITION),
    ON_SUCCESS("on_success", Substitution.GLOBALS),
    ON_FAILURE("on_failure", Substitution.GLOBALS),
    LOOP("loop", Substitution.VALUES),
    LOOP_BREAK("loop_break", Substitution.CONDITION),
    RETURN("return", Substitution.VALUES),
    TASKS("tasks", Substitution.GLOBALS),
    MAX_PARALLEL("max_parallel", Substitution.VALUES),
    BATCH("batch", Substitution.GLOBALS),
    BATCH_SLEEP("batch_sleep", Substitution.VALUES),
    BATCH_CONFIRM("batch_confirm", Substitution.GLOBALS),
    MAX_FAIL("max_fail", Substitution.VALUES),
    FAIL_FAST("fail_fast", Substitution.GLOBALS),
    RETRY_FAILED("retry_failed", Substitution.GLOBALS),
    RETRY_COUNT("retry_count", Substitution.VALUES),
    RETRY_DELAY("retry_delay", Substitution.VALUES),
    IF_TRUE_TASKS("if_true_tasks", Substitution.GLOBALS),
    IF_FALSE_TASKS("if_false_tasks", Substitution.GLOBALS);

    /** How references in the value of a field are replaced (column S of rule 3.3). */
    public enum Substitution {
        /** G: globals only, because the field shapes the workflow. */
        GLOBALS,
        /** V: globals and results of tasks. */
        VALUES,
        /** C: as in conditions (section 8). */
        CONDITION
    }

    /** The fields of sections 19 to 22, which earlier files may use as names of globals. */
    private static final Set<Field> ADDED =
            EnumSet.of(HOSTNAMES, BATCH, BATCH_SLEEP, BATCH_CONFIRM, MAX_FAIL, FAIL_FAST);

    private static final Map<String, Field> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Field::key, Function.identity()));

    private final String key;
    private final Substitution substitution;

    Field(String key, Substitution substitution) {
        this.key = key;
        this.substitution = substitution;
    }

    /** Returns the key of the field in a task file. */
    public String key() {
        return key;
    }

    public Substitution substitution() {
        return substitution;
    }

    /** Returns whether the key defines an ordinary global before the first task (rule 2.8). */
    public boolean isGlobalBeforeTasks() {
        return ADDED.contains(this);
    }

    /** Returns the field with a key, case-sensitive; empty if the key names a global variable. */
    public static Optional<Field> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    @Override
    public String toString() {
        return key;
    }
}
