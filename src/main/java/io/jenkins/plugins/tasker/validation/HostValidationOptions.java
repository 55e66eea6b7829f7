package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * The options of host validation.
 *
 * @param checks with {@link Checks#connections}, the connection test of each type runs ({@code -c}, rule 14.3)
 * @param hosts the inventory, and the files that lists of hosts name
 * @param members whether a fan-out task runs on a host (rules 19.13 and 19.14)
 * @param fullName returns the full name that replaces a short one (rule 14.2); by default names stay unchanged
 * @param progress called from several threads, one call at a time
 */
public record HostValidationOptions(
        TaskDefaults defaults,
        Checks checks,
        RunMode mode,
        HostSources hosts,
        BiPredicate<TaskId, String> members,
        UnaryOperator<String> fullName,
        Progress progress) {

    /** Receives the number of tested hosts: 0 before the tests begin, then one call after each host. */
    @FunctionalInterface
    public interface Progress {

        void tested(int done, int hosts);
    }

    /** The options of a run, without full names and without a listener. */
    public static HostValidationOptions of(TaskDefaults defaults, Checks checks, RunMode mode) {
        return new HostValidationOptions(
                defaults,
                checks,
                mode,
                HostSources.none(),
                (task, host) -> true,
                UnaryOperator.identity(),
                (done, hosts) -> {});
    }

    /** Whether a missing program is an error; a dry run without connection tests only warns (rule 14.4). */
    public boolean programsRequired() {
        return !mode.dryRun() || checks.connections() || checks.only();
    }

    public HostValidationOptions withHosts(HostSources sources, BiPredicate<TaskId, String> only) {
        return new HostValidationOptions(defaults, checks, mode, sources, only, fullName, progress);
    }

    public HostValidationOptions withFullName(UnaryOperator<String> lookup) {
        return new HostValidationOptions(defaults, checks, mode, hosts, members, lookup, progress);
    }

    public HostValidationOptions withProgress(Progress listener) {
        return new HostValidationOptions(defaults, checks, mode, hosts, members, fullName, listener);
    }
}
