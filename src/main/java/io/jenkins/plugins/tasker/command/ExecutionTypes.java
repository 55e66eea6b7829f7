package io.jenkins.plugins.tasker.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The execution types that a run knows, by name. */
public final class ExecutionTypes {

    private final Map<String, ExecutionType> types = new LinkedHashMap<>();

    private ExecutionTypes() {}

    /** The types of rule 5.1. */
    public static ExecutionTypes builtIn() {
        ExecutionTypes types = new ExecutionTypes();
        types.add(ExecutionType.LOCAL, "{command} {arguments}", "", "", ExecutionType.Quoting.NONE);
        types.add(
                "pbrun",
                "pbrun -n -h {hostname} {command} {arguments}",
                "pbrun -n -h {hostname} pbtest",
                "",
                ExecutionType.Quoting.NONE);
        types.add(
                "p7s", "p7s {hostname} {command} {arguments}", "p7s {hostname} pbtest", "", ExecutionType.Quoting.NONE);
        types.add(
                "wwrs",
                "wwrs_clir {hostname} {command} {arguments}",
                "wwrs_clir {hostname} wwrs_test",
                "wwrs_cli",
                ExecutionType.Quoting.NONE);
        types.add(
                "ssh",
                "ssh -o BatchMode=yes {hostname} {command} {arguments}",
                "ssh -o BatchMode=yes {hostname} echo OK",
                "",
                ExecutionType.Quoting.POSIX);
        return types;
    }

    public Optional<ExecutionType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    public Set<String> names() {
        return types.keySet();
    }

    private void add(String name, String run, String test, String fallback, ExecutionType.Quoting quoting) {
        types.put(
                name,
                new ExecutionType(
                        name,
                        words(run),
                        words(test),
                        fallback.isEmpty() ? Optional.empty() : Optional.of(fallback),
                        quoting));
    }

    private static List<String> words(String template) {
        return template.isEmpty() ? List.of() : List.of(template.split(" "));
    }
}
