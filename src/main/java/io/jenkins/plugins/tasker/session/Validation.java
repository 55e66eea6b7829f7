package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.MemberSelection;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Performs the checks before a run and logs their results (sections 13 and 14). */
final class Validation {

    private final RunRequest request;
    private final ExecutionEnvironment environment;
    private final RunObservers observers;
    private final List<ReportLine> lines = new ArrayList<>();
    private TaskFileValidation tasks;

    Validation(RunRequest request, ExecutionEnvironment environment, RunObservers observers) {
        this.request = request;
        this.environment = environment;
        this.observers = observers;
    }

    /**
     * @param restored tasks with a result before the run starts
     * @throws SessionEndedException with 20 if there is an error (rule 13.1)
     */
    void tasks(TaskFile file, Set<TaskId> restored) throws SessionEndedException, InterruptedException {
        ValidationOptions options = new ValidationOptions(
                request.execution(),
                environment.programs(),
                request.input().variables(),
                request.input().hosts(),
                request.mode(),
                request.start().task().filter(start -> isDefined(file, start)),
                restored,
                request.checks());
        tasks = TaskFileValidation.of(file, options);
        log(tasks.lines());
        if (!tasks.isPassed()) {
            conclude(Optional.empty());
            throw SessionEndedException.logged(tasks.exitCode(), firstError());
        }
    }

    /** {@link RunSession} rejects an undefined start later; the checks ignore it. */
    private static boolean isDefined(TaskFile file, TaskId start) {
        return file.tasks().stream()
                .anyMatch(task -> TaskId.parse(task.id().value()).equals(Optional.of(start)));
    }

    /**
     * @param members the members of groups that run
     * @return the hosts on which no fan-out task starts, with the reasons (rule 14.7)
     * @throws SessionEndedException with 21, 60 or 61 if a host fails (rule 14.5)
     */
    Map<String, String> hosts(Workflow workflow, MemberSelection members)
            throws SessionEndedException, InterruptedException {
        if (!request.checks().hosts()) {
            log(List.of(new ReportLine(Level.WARN, "Host validation skipped: host names are used without checks")));
            conclude(Optional.empty());
            return Map.of();
        }
        HostValidationOptions options = HostValidationOptions.of(
                        request.execution().defaults(), request.checks(), request.mode())
                .withHosts(request.input().hosts(), members::includes)
                .withProgress(this::testing);
        HostValidation hosts = new HostValidator(
                        request.execution().types(),
                        environment.runner(),
                        environment.programs(),
                        environment.resolver(),
                        environment.nodes())
                .validate(workflow, options);
        log(hosts.lines());
        conclude(Optional.of(hosts));
        if (!hosts.isPassed()) {
            throw SessionEndedException.logged(hosts.exitCode(), firstError());
        }
        Map<String, String> avoided = new LinkedHashMap<>();
        hosts.avoided().forEach((host, failure) -> avoided.put(host, failure.reason()));
        return avoided;
    }

    private void testing(int done, int hosts) {
        if (done == 0 && hosts > 0) {
            String connections = request.checks().connections() ? ", connections" : "";
            observers
                    .log()
                    .write(Level.INFO, "Testing " + Counted.of(hosts, "host") + " (names, pings" + connections + ")");
        }
        observers.findings().testing(done, hosts);
    }

    private void conclude(Optional<HostValidation> hosts) throws InterruptedException {
        log(CheckList.of(tasks, hosts));
        observers.findings().validated(tasks, hosts, List.copyOf(lines));
    }

    private String firstError() {
        return lines.stream()
                .filter(line -> line.level() == Level.ERROR)
                .findFirst()
                .map(line -> request.secrets().mask(line.text()))
                .orElse("validation failed");
    }

    private void log(List<ReportLine> added) {
        lines.addAll(added);
        for (ReportLine line : added) {
            observers.log().write(line.level(), request.secrets().mask(line.text(observers.symbols())));
        }
    }
}
