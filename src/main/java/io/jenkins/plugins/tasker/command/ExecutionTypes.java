package io.jenkins.plugins.tasker.command;

import static io.jenkins.plugins.tasker.command.ExecutionTypeField.FALLBACK;
import static io.jenkins.plugins.tasker.command.ExecutionTypeField.QUOTING;
import static io.jenkins.plugins.tasker.command.ExecutionTypeField.RUN;
import static io.jenkins.plugins.tasker.command.ExecutionTypeField.TEST;

import io.jenkins.plugins.tasker.text.SimilarNames;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The execution types of a run, by name. */
public final class ExecutionTypes {

    private final Map<String, ExecutionType> types;
    private final Set<String> switchedOff;

    /** Why types cannot be used, by their names. */
    private final SortedMap<String, String> unusable;

    private ExecutionTypes(
            Map<String, ExecutionType> types, Set<String> switchedOff, SortedMap<String, String> unusable) {
        this.unusable = unusable;
        this.types = Collections.unmodifiableMap(types);
        this.switchedOff = switchedOff;
    }

    /** Returns the types of rule 5.1. */
    public static ExecutionTypes builtIn() {
        return new ExecutionTypes(Map.of(), Set.of(), new TreeMap<>())
                .with(List.of(
                        ExecutionType.of(ExecutionType.LOCAL, Map.of(RUN, "{command} {arguments}")),
                        ExecutionType.of(
                                "pbrun",
                                Map.of(
                                        RUN, "pbrun -n -h {hostname} {command} {arguments}",
                                        TEST, "pbrun -n -h {hostname} pbtest")),
                        ExecutionType.of(
                                "p7s",
                                Map.of(
                                        RUN, "p7s {hostname} {command} {arguments}",
                                        TEST, "p7s {hostname} pbtest")),
                        ExecutionType.of(
                                "wwrs",
                                Map.of(
                                        RUN, "wwrs_clir {hostname} {command} {arguments}",
                                        TEST, "wwrs_clir {hostname} wwrs_test",
                                        FALLBACK, "wwrs_cli")),
                        ExecutionType.of(
                                "ssh",
                                Map.of(
                                        RUN, "ssh {login} -o BatchMode=yes {hostname} {command} {arguments}",
                                        TEST, "ssh {login} -o BatchMode=yes {hostname} echo OK",
                                        QUOTING, "posix"))));
    }

    /** Returns these types only. */
    public static ExecutionTypes of(Collection<ExecutionType> types) {
        return new ExecutionTypes(Map.of(), Set.of(), new TreeMap<>()).with(types);
    }

    /** Returns these types and others. A type replaces an earlier one of the same name (rule 5.3). */
    public ExecutionTypes with(Collection<ExecutionType> others) {
        Map<String, ExecutionType> all = new LinkedHashMap<>(types);
        others.forEach(type -> all.put(type.name(), type));
        return new ExecutionTypes(all, switchedOff, unusable);
    }

    /** Returns these types without those of the given names. {@link #choice} lists the removed ones as disabled. */
    public ExecutionTypes without(Collection<String> names) {
        Map<String, ExecutionType> left = new LinkedHashMap<>(types);
        left.keySet().removeAll(names);
        return new ExecutionTypes(left, new TreeSet<>(names), unusable);
    }

    /**
     * Returns these types without some that are badly configured, so that only runs that use one of them fail.
     *
     * @param problems the reason and the remedy, by the name of the type; {@link #choice} contains them
     */
    public ExecutionTypes withoutUnusable(Map<String, String> problems) {
        Map<String, ExecutionType> left = new LinkedHashMap<>(types);
        left.keySet().removeAll(problems.keySet());
        return new ExecutionTypes(left, switchedOff, new TreeMap<>(problems));
    }

    public Optional<ExecutionType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Returns the names in the order in which they were added. */
    public Set<String> names() {
        return types.keySet();
    }

    /** Lists the names for an error message about an unknown type. */
    public String choice() {
        return String.join(", ", types.keySet())
                + (switchedOff.isEmpty()
                        ? ""
                        : " (switched off by the administrator: " + String.join(", ", switchedOff) + ")")
                + (unusable.isEmpty() ? "" : "; " + String.join("; ", unusable.values()));
    }

    /** Returns the names that are similar to a misspelled one, the most similar first. */
    public List<String> similarTo(String name) {
        return SimilarNames.among(types.keySet(), name);
    }
}
