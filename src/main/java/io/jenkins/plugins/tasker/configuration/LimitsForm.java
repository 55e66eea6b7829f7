package io.jenkins.plugins.tasker.configuration;

import hudson.util.FormValidation;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Checks the limits in the form of the global configuration. */
interface LimitsForm {

    /** Maximum of the stored outputs of a task or a build, in megabytes. */
    int MAX_MEGABYTES = 100_000;

    /** @throws IllegalArgumentException if the value is outside of 0 to {@link #MAX_MEGABYTES} */
    static int megabytes(String setting, int value) {
        if (value < 0 || value > MAX_MEGABYTES) {
            throw new IllegalArgumentException(
                    Messages.LimitsForm_megabytes(setting, Integer.toString(value), megabytesRange()));
        }
        return value;
    }

    private static String megabytesRange() {
        return Messages.LimitsForm_megabytesRange(Integer.toString(MAX_MEGABYTES));
    }

    private static FormValidation checkMegabytes(String value) {
        return value.matches("[0-9]{1,6}") && Integer.parseInt(value) <= MAX_MEGABYTES
                ? FormValidation.ok()
                : FormValidation.error(megabytesRange());
    }

    @POST
    default FormValidation doCheckMaxParallel(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormValidation.validateNonNegativeInteger(value);
    }

    @POST
    default FormValidation doCheckMaxTasks(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormValidation.validateNonNegativeInteger(value);
    }

    @POST
    default FormValidation doCheckMaxTaskOutput(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return checkMegabytes(value);
    }

    @POST
    default FormValidation doCheckMaxBuildOutput(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return checkMegabytes(value);
    }
}
