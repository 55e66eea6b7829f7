package io.jenkins.plugins.tasker.steps;

import hudson.AbortException;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.tasker.agent.WorkspaceFile;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.run.DefaultResolver;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.run.ValidatedSettings;
import io.jenkins.plugins.tasker.session.ResolvedDefaults;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.util.List;
import java.util.Map;

/** Validates a field of the form as a run would validate the parameter. */
public final class FieldCheck {

    private FieldCheck() {}

    /** A validation of one text. */
    private interface Check {

        /** @return warnings */
        List<String> of(String text) throws AbortException;
    }

    public static FormValidation file(String value) {
        return check(value, FieldCheck::path);
    }

    /** Validates the path of an inventory; without one the default inventory applies. */
    public static FormValidation hosts(String value) {
        return check(value, text -> text.isEmpty() ? List.of() : path(text));
    }

    private static List<String> path(String text) throws AbortException {
        try {
            WorkspaceFile.check(text);
            return List.of();
        } catch (UnreadableTaskFileException e) {
            throw new AbortException(e.getMessage());
        }
    }

    public static FormValidation type(String value) {
        return check(value, text -> defaults(text, "").warnings());
    }

    public static FormValidation timeout(String value) {
        return check(value, text -> defaults("", text).warnings());
    }

    private static ResolvedDefaults defaults(String type, String timeout) throws AbortException {
        return DefaultResolver.of(new StepSettings.Defaults(type, timeout, ""), TaskerConfiguration.get(), Map.of());
    }

    public static FormValidation startFrom(String value) {
        return check(value, text -> {
            ValidatedSettings.startFrom(text);
            return List.of();
        });
    }

    public static FormValidation variables(String value) {
        try {
            VariableLines.parse(Util.fixNull(value));
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static FormValidation check(String value, Check check) {
        String text = Util.fixNull(value).trim();
        if (text.indexOf('$') >= 0) {
            return FormValidation.ok();
        }
        try {
            List<String> warnings = check.of(text);
            return warnings.isEmpty() ? FormValidation.ok() : FormValidation.warning(String.join("; ", warnings));
        } catch (AbortException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
