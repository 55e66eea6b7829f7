package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.Finding;
import io.jenkins.plugins.tasker.validation.TaskFileValidator;
import io.jenkins.plugins.tasker.validation.ValidationOptions;
import java.util.List;

/** The checks before a run, told in the log. */
final class Validation {

    private final SessionRequest request;
    private final Site site;
    private final RunLog log;

    Validation(SessionRequest request, Site site, RunLog log) {
        this.request = request;
        this.site = site;
        this.log = log;
    }

    /** @throws SessionEndedException with 20 if there is an error (rule 13.1) */
    void tasks(TaskFile file) throws SessionEndedException {
        ValidationOptions options = ValidationOptions.of(
                        request.types().names(), request.executionType(), site.programs())
                .withOverrides(request.variables())
                .withStrictGaps(request.strictGaps())
                .withSkipTaskValidation(!request.checks().tasks());
        List<Finding> findings = TaskFileValidator.validate(file, options);
        findings.forEach(finding -> log.write(finding.isError() ? Level.ERROR : Level.WARN, finding.toString()));
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new SessionEndedException(ExitCodes.INVALID_TASK_FILE, "Task validation failed, nothing was run");
        }
    }

    void hosts(Workflow workflow) {}
}
