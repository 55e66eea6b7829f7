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
 * What the descriptors of Pipeline step and build step do for their common form. A check says what the run would say, but
 * nothing about a text with {@code $}: variables of a build have their values only there.
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
    default FormValidation doCheckStartFrom(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.startFrom(value) : FormValidation.ok();
    }

    @POST
    default FormValidation doCheckVariables(@AncestorInPath Item item, @QueryParameter String value) {
        return isAllowed(item) ? FieldCheck.variables(value) : FormValidation.ok();
    }

    @POST
    default ListBoxModel doFillLogLevelItems(@AncestorInPath Item item, @QueryParameter String logLevel) {
        return isAllowed(item) ? LogLevels.choices(logLevel) : new ListBoxModel();
    }

    /** Variables as the form shows them. */
    default String lines(Map<String, String> variables) {
        return variables == null ? "" : VariableLines.of(variables);
    }

    /** Takes the variables out of what a form has sent: it has lines of text where a script has a map. */
    default Map<String, String> takeVariables(JSONObject form) throws FormException {
        Object lines = form.remove("variables");
        try {
            return VariableLines.parse(lines == null ? "" : lines.toString());
        } catch (IllegalArgumentException e) {
            throw new FormException("variables: " + e.getMessage(), "variables");
        }
    }

    /** Who may not configure the job has no use for a check; without a job only an administrator has. */
    private static boolean isAllowed(Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
