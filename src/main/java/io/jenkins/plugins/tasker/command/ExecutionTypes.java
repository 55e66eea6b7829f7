package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.ArgvTemplate.InvalidTemplateException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The execution types that a run knows, by name. */
public final class ExecutionTypes {

    private static final String NO_FALLBACK = "";

    private final Map<String, ExecutionType> types;

    private ExecutionTypes(Map<String, ExecutionType> types) {
        this.types = Collections.unmodifiableMap(types);
    }

    /** The types of rule 5.1. */
    public static ExecutionTypes builtIn() {
        return new ExecutionTypes(Map.of())
                .with(List.of(
                        builtIn(ExecutionType.LOCAL, "{command} {arguments}", "", NO_FALLBACK, Quoting.NONE),
                        builtIn(
                                "pbrun",
                                "pbrun -n -h {hostname} {command} {arguments}",
                                "pbrun -n -h {hostname} pbtest",
                                NO_FALLBACK,
                                Quoting.NONE),
                        builtIn(
                                "p7s",
                                "p7s {hostname} {command} {arguments}",
                                "p7s {hostname} pbtest",
                                NO_FALLBACK,
                                Quoting.NONE),
                        builtIn(
                                "wwrs",
                                "wwrs_clir {hostname} {command} {arguments}",
                                "wwrs_clir {hostname} wwrs_test",
                                "wwrs_cli",
                                Quoting.NONE),
                        builtIn(
                                "ssh",
                                "ssh {login} -o BatchMode=yes {hostname} {command} {arguments}",
                                "ssh {login} -o BatchMode=yes {hostname} echo OK",
                                NO_FALLBACK,
                                Quoting.POSIX)));
    }

    private static ExecutionType builtIn(String name, String run, String test, String fallback, Quoting quoting) {
        try {
            return new ExecutionType(
                    name,
                    ArgvTemplate.parse(run),
                    test.isEmpty() ? Optional.empty() : Optional.of(ArgvTemplate.parse(test)),
                    Optional.of(fallback).filter(program -> !program.isEmpty()),
                    quoting);
        } catch (InvalidTemplateException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** These and others; one with a known name replaces the one that had it (rule 5.3). */
    public ExecutionTypes with(Collection<ExecutionType> others) {
        Map<String, ExecutionType> all = new LinkedHashMap<>(types);
        others.forEach(type -> all.put(type.name(), type));
        return new ExecutionTypes(all);
    }

    public Optional<ExecutionType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** In the order in which they became known. */
    public Set<String> names() {
        return types.keySet();
    }

    /** The known names that look as if one of them was meant, the most similar first; often none. */
    public List<String> similarTo(String name) {
        return SimilarNames.among(types.keySet(), name);
    }
}
