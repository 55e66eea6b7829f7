package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hosts of one pass of a fan-out task.
 *
 * @param names in list order
 * @param rejection why the list cannot be used, so that nothing starts; empty if it can
 */
record FanOutHosts(List<String> names, String rejection) {

    /** Expands the list of hosts with the results of tasks (rule 19.3). A replay uses the recorded hosts. */
    static FanOutHosts of(RunContext run, TaskKey key, Template list) {
        Optional<List<String>> recorded =
                run.recorded.hosts(key).filter(names -> names.stream().noneMatch(name -> name.contains(Secrets.MASK)));
        if (recorded.isPresent()) {
            return new FanOutHosts(recorded.get(), "");
        }
        List<String> unresolved = list.render(run.results).unresolved();
        if (!unresolved.isEmpty()) {
            return rejected("no value for " + String.join(", ", unresolved) + " in '" + Field.HOSTNAMES + "'");
        }
        Map<String, String> values = list.parts().stream()
                .filter(part -> part.reference() != null)
                .collect(Collectors.toMap(
                        Template.Part::text, part -> part.value(run.results).orElse(""), (first, second) -> first));
        try {
            return new FanOutHosts(
                    HostList.of(list).resolve(run.options.hosts(), values::get).names(), "");
        } catch (HostListException e) {
            return rejected("'" + Field.HOSTNAMES + "': " + e.getMessage());
        }
    }

    private static FanOutHosts rejected(String reason) {
        return new FanOutHosts(List.of(), "not started: " + reason);
    }
}
