package io.jenkins.plugins.tasker.steps;

import hudson.model.Descriptor.FormException;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.Map;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The form of the parameters that the Pipeline step and the build step share. Validation reports what a run would report. It
 * accepts each text with {@code $}, because only a build has the values of variables.
 */
public interface RunParametersForm {

    @POST
    default FormValidation doCheckFile(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.file(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckType(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.type(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.timeout(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckHosts(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.hosts(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckStartFrom(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.startFrom(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckVariables(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.variables(value) : FormValidation.ok();
    }

    @POST
    default ListBoxModel doFillLogLevelItems(@AncestorInPath Item item, @QueryParameter String logLevel) {
        return isAllowed(item) ? Choices.logLevels(logLevel) : new ListBoxModel();
    }

    @POST
    default ListBoxModel doFillUnhandledFailuresItems(
            @AncestorInPath Item item, @QueryParameter String unhandledFailures) {
        return isAllowed(item) ? Choices.unhandledFailures(unhandledFailures) : new ListBoxModel();
    }

    /** Returns variables in the format of the form. */
    default String lines(Map<String, String> variables) {
        return variables == null ? "" : VariableLines.of(variables);
    }

    /** Removes the variables from submitted form data, which holds lines of text instead of a map, and parses them. */
    default Map<String, String> takeVariables(JSONObject form) throws FormException {
        Object lines = form.remove("variables");
        try {
            return VariableLines.parse(lines == null ? "" : lines.toString());
        } catch (IllegalArgumentException e) {
            throw new FormException(Messages.RunParametersForm_variables(e.getMessage()), "variables");
        }
    }

    /** Returns whether the user may configure the job, or administer Jenkins if there is no job. */
    private static boolean isAllowed(Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
