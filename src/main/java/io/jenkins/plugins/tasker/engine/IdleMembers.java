package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the members of a group that do not run in this pass: left out by a limit, or with a kept result. */
final class IdleMembers {

    private final RunContext run;
    private final TaskKey group;
    private final Members members;
    private final boolean keeps;
    private final List<String> names = new ArrayList<>();

    private IdleMembers(RunContext run, TaskKey group, Members members) {
        this.run = run;
        this.group = group;
        this.members = members;
        this.keeps = run.options.members().keepsResultsOf(group);
    }

    /**
     * Puts the results of members that do not run.
     *
     * @param results receives them
     * @return the names of these members, with secrets masked
     */
    static List<String> put(RunContext run, TaskKey group, Members members, MemberResults results) {
        IdleMembers idle = new IdleMembers(run, group, members);
        for (int i = 0; i < members.size(); i++) {
            int position = i;
            idle.result(i).ifPresent(result -> {
                results.put(position, result);
                idle.names.add(run.mask(members.name(position)));
            });
        }
        if (idle.keeps) {
            idle.compare();
        }
        return List.copyOf(idle.names);
    }

    private Optional<TaskResult> result(int position) {
        MemberSelection selection = run.options.members();
        String name = members.name(position);
        if (keeps && selection.kept().contains(name)) {
            Optional<TaskResult> kept = members.areHosts()
                    ? run.results.onHost(group.task(), name)
                    : Optional.ofNullable(
                            run.options.restored().get(members.key(position).task()));
            if (kept.isPresent()) {
                return kept;
            }
        }
        boolean leftOut = members.areHosts()
                && selection.limit().filter(limit -> !limit.contains(name)).isPresent();
        return leftOut ? Optional.of(TaskResult.skipped(run.now())) : Optional.empty();
    }

    /** Names the members that the earlier run did not have, and those that only it had (rule 19.14). */
    private void compare() {
        Set<String> gone = new LinkedHashSet<>(run.options.members().known());
        List<String> added = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (!gone.remove(members.name(i)) && !run.options.members().known().contains(members.name(i))) {
                added.add(members.name(i));
            }
        }
        if (!gone.isEmpty()) {
            run.warn(group, "no longer a member: " + FoldedHosts.of(gone));
        }
        if (!added.isEmpty()) {
            run.warn(group, "new member: " + FoldedHosts.of(added));
        }
    }
}
