package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.TaskFile;
import java.util.List;

/** Validates a task file in one pass, without running anything: reports all errors and warnings (section 13). */
public final class TaskFileValidator {

    private static final List<FileCheck> ALWAYS = List.of(
            new IdCheck(),
            new HostNameCheck(),
            new HostListCheck(),
            new InventoryCheck(),
            new ListCheck(),
            new LimitCheck(),
            new ExpandedLengthCheck());

    private static final List<FileCheck> SKIPPABLE = List.of(
            new LineNoteCheck(),
            new DeceptiveCharacterCheck(),
            new MisspelledFieldCheck(),
            new GlobalCheck(),
            new QuotedGlobalCheck(),
            new SecretCheck(),
            new RepetitionCheck(),
            new RequiredFieldCheck(),
            new EffectCheck(),
            new NumberCheck(),
            new UnusualNumberCheck(),
            new CommandCheck(),
            new ShellTextCheck(),
            new OutputCheck(),
            new JumpCheck(),
            new RetryCheck(),
            new RolloutCheck(),
            new FanOutCheck(),
            new ReferenceCheck(),
            new ConditionTextCheck(),
            new ConditionMeaningCheck(),
            new FlowCheck(),
            new EarlyUseCheck());

    private TaskFileValidator() {}

    /** Returns all findings, sorted by line; at most 10,000 of each code. */
    public static List<Finding> validate(TaskFile file, ValidationOptions options) {
        return validate(new CheckedFile(file, options)).sorted();
    }

    static Findings validate(CheckedFile file) {
        boolean skip = !file.options().checks().tasks();
        Findings findings = new Findings(
                code -> !skip || !code.isSkippable(), file.options().mode().warningsAsErrors());
        ALWAYS.forEach(check -> check.check(file, findings));
        if (!skip) {
            SKIPPABLE.forEach(check -> check.check(file, findings));
        }
        return findings;
    }
}
