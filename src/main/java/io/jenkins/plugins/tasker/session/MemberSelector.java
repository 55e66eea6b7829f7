package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.MemberSelection;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.OnlyFailed;
import io.jenkins.plugins.tasker.journal.RestoredHosts;
import io.jenkins.plugins.tasker.journal.ResumeOffer;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides which members of groups run: {@code --limit} and {@code --only-failed} (rules 19.13 and 19.14). */
final class MemberSelector {

    private final RunRequest request;
    private final Workflow workflow;
    private final RunLog log;
    private final Optional<Set<String>> limit;

    /** @throws SessionEndedException with 2 if the limit cannot be used */
    MemberSelector(RunRequest request, Workflow workflow, RunLog log) throws SessionEndedException {
        this.request = request;
        this.workflow = workflow;
        this.log = log;
        Optional<String> items = request.start().members().limit();
        this.limit = items.isEmpty()
                ? Optional.empty()
                : Optional.of(new HostLimit(request.input().hosts(), log).hosts(items.get(), workflow));
    }

    /**
     * Returns the members that run.
     *
     * @param results receives the kept results of sub-tasks
     * @throws SessionEndedException with 2 if the request does not fit the record
     */
    MemberSelection select(Map<TaskId, TaskResult> results) throws SessionEndedException {
        Optional<RunRecord> record = request.start().record();
        Optional<TaskId> start = request.start().task();
        boolean resumes = record.isPresent() && start.isPresent();
        Map<TaskId, Map<String, TaskResult>> onHosts = resumes ? RestoredHosts.of(record.get(), start.get()) : Map.of();
        if (!resumes || !request.start().members().onlyFailed()) {
            return new MemberSelection(limit, Optional.empty(), Set.of(), Set.of(), onHosts);
        }
        OnlyFailed members = onlyFailed(record.get(), start.get());
        String unknown = members.unknown(limit);
        if (!unknown.isEmpty() && !request.start().members().rerunUnknown()) {
            throw new SessionEndedException(
                    ExitCodes.USAGE,
                    "--only-failed: the end of these members is unknown: " + unknown
                            + ". Check them; then add --rerun-unknown to repeat them, or leave them out with --limit");
        }
        if (limit.isEmpty() && !members.leftOut().isEmpty()) {
            throw new SessionEndedException(
                    ExitCodes.USAGE,
                    "--only-failed: --limit left out these hosts in that run: " + members.leftOut()
                            + ". Name the hosts that may run with --limit");
        }
        results.putAll(members.results());
        log.write(
                Level.INFO,
                Counted.of(members.kept().size(), "member") + " of task " + start.get() + " keep their results, "
                        + members.succeeded() + " of them successful (--only-failed)");
        return members.selection(limit, onHosts);
    }

    private OnlyFailed onlyFailed(RunRecord record, TaskId group) throws SessionEndedException {
        boolean isGroup =
                workflow.find(group).filter(task -> task instanceof Task.Group).isPresent();
        if (!isGroup) {
            throw new SessionEndedException(
                    ExitCodes.USAGE, "--only-failed needs a group, and task " + group + " has no members");
        }
        try {
            return OnlyFailed.of(record, group);
        } catch (ResumeOffer.RefusedException e) {
            throw new SessionEndedException(ExitCodes.USAGE, e.getMessage());
        }
    }
}
