package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.validation.CheckList;
import io.jenkins.plugins.tasker.validation.HostValidation;
import io.jenkins.plugins.tasker.validation.HostValidationOptions;
import io.jenkins.plugins.tasker.validation.HostValidator;
import io.jenkins.plugins.tasker.validation.ReportLine;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import io.jenkins.plugins.tasker.validation.ValidationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks before a run, told in the log as they are made (sections 13 and 14). */
final class Validation {

    private final RunRequest request;
    private final ExecutionEnvironment site;
    private final RunObservers audience;
    private final List<ReportLine> told = new ArrayList<>();
    private TaskFileValidation tasks;

    Validation(RunRequest request, ExecutionEnvironment site, RunObservers audience) {
        this.request = request;
        this.site = site;
        this.audience = audience;
    }

    /**
     * @param restored tasks whose results exist beforehand
     * @throws SessionEndedException with 20 if there is an error (rule 13.1)
     */
    void tasks(TaskFile file, Set<TaskId> restored) throws SessionEndedException, InterruptedException {
        ValidationOptions options = new ValidationOptions(
                request.execution(),
                site.programs(),
                request.input().variables(),
                request.mode(),
                request.start().task().filter(start -> isDefined(file, start)),
                restored,
                request.checks());
        tasks = TaskFileValidation.of(file, options);
        tell(tasks.lines());
        if (!tasks.isPassed()) {
            conclude(Optional.empty());
            throw new SessionEndedException(tasks.exitCode(), "");
        }
    }

    /** A start that is not defined is told by whoever looks for it; here it only must not disturb. */
    private static boolean isDefined(TaskFile file, TaskId start) {
        return file.tasks().stream()
                .anyMatch(task -> TaskId.parse(task.id().value()).equals(Optional.of(start)));
    }

    /** @throws SessionEndedException with 21, 60 or 61 if a host fails (rule 14.5) */
    void hosts(Workflow workflow) throws SessionEndedException, InterruptedException {
        if (!request.checks().hosts()) {
            tell(List.of(new ReportLine(Level.WARN, "Host validation skipped: host names are used as they are")));
            conclude(Optional.empty());
            return;
        }
        HostValidationOptions options = HostValidationOptions.of(
                        request.execution().defaults(), request.checks(), request.mode())
                .withProgress(this::testing);
        HostValidation hosts = new HostValidator(
                        request.execution().types(), site.runner(), site.programs(), site.resolver(), site.nodes())
                .validate(workflow, options);
        tell(hosts.lines());
        conclude(Optional.of(hosts));
        if (!hosts.isPassed()) {
            throw new SessionEndedException(hosts.exitCode(), "");
        }
    }

    private void testing(int done, int hosts) {
        if (done == 0 && hosts > 0) {
            String connections = request.checks().connections() ? ", connections" : "";
            audience.log()
                    .write(Level.INFO, "Testing " + Counted.of(hosts, "host") + " (names, pings" + connections + ")");
        }
        audience.findings().testing(done, hosts);
    }

    private void conclude(Optional<HostValidation> hosts) throws InterruptedException {
        tell(CheckList.of(tasks, hosts));
        audience.findings().validated(tasks, hosts, List.copyOf(told));
    }

    private void tell(List<ReportLine> lines) {
        told.addAll(lines);
        for (ReportLine line : lines) {
            audience.log().write(line.level(), request.secrets().mask(line.text(audience.symbols())));
        }
    }
}
