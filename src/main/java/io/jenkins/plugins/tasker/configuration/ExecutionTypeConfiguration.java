package io.jenkins.plugins.tasker.configuration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypeField;
import io.jenkins.plugins.tasker.command.Quoting;
import io.jenkins.plugins.tasker.credentials.CredentialChoice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * One execution type of the administrator (rule 5.3). With the name of a built-in type, an empty command line selects the
 * built-in one with its quoting; other empty fields have the values of the built-in type. So an administrator can add a
 * credential to a built-in type, or disable it, without repeating its definition.
 */
public final class ExecutionTypeConfiguration implements Describable<ExecutionTypeConfiguration> {

    private final String name;
    private String run = "";
    private String test = "";
    private String fallback = "";
    private String quoting = Quoting.NONE.toString();
    private String credentialsId = "";

    /** Null for true, in configuration that was written without it. */
    @CheckForNull
    private Boolean allowed;

    @DataBoundConstructor
    public ExecutionTypeConfiguration(String name) {
        this.name = Util.fixNull(name).trim();
    }

    public String getName() {
        return Util.fixNull(name);
    }

    /** The argv template (rule 5.2). */
    public String getRun() {
        return run;
    }

    @DataBoundSetter
    public void setRun(String run) {
        this.run = Util.fixNull(run).trim();
    }

    /** The argv template of the connection test; without one, every host passes. */
    public String getTest() {
        return test;
    }

    @DataBoundSetter
    public void setTest(String test) {
        this.test = Util.fixNull(test).trim();
    }

    /** The program that replaces the first word of the template if only this program is installed. */
    public String getFallback() {
        return fallback;
    }

    @DataBoundSetter
    public void setFallback(String fallback) {
        this.fallback = Util.fixNull(fallback).trim();
    }

    /** {@code none} or {@code posix}. */
    public String getQuoting() {
        return quoting;
    }

    @DataBoundSetter
    public void setQuoting(String quoting) {
        String mode = Util.fixNull(quoting).trim();
        this.quoting = mode.isEmpty() ? Quoting.NONE.toString() : mode;
    }

    /** The credential for all commands of this type whose run selects no other. */
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixNull(credentialsId).trim();
    }

    /** Whether runs may use the type. */
    public boolean isAllowed() {
        return allowed == null || allowed;
    }

    @DataBoundSetter
    public void setAllowed(boolean allowed) {
        this.allowed = allowed;
    }

    /** Sets what configuration that was written by hand lacks. */
    private Object readResolve() {
        run = Util.fixNull(run);
        test = Util.fixNull(test);
        fallback = Util.fixNull(fallback);
        setQuoting(quoting);
        credentialsId = Util.fixNull(credentialsId);
        return this;
    }

    private Optional<ExecutionType> builtIn() {
        return TaskerConfiguration.builtIn().find(getName()).filter(type -> run.isEmpty());
    }

    /** Returns why the type cannot be used, with the remedy; empty if it can. */
    Optional<String> problem() {
        String problems = problems(builtIn().isPresent()).entrySet().stream()
                .map(problem -> problem.getKey() + ": " + problem.getValue())
                .collect(Collectors.joining("; "));
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.ExecutionTypeConfiguration_unusable(getName(), problems));
    }

    /** Returns the type; requires that it has no {@link #problem}. */
    ExecutionType type() {
        Optional<ExecutionType> builtIn = builtIn();
        Map<ExecutionTypeField, String> texts = texts();
        builtIn.ifPresent(same -> texts.put(ExecutionTypeField.RUN, same.run().toString()));
        ExecutionType type = ExecutionType.of(getName(), texts);
        return builtIn.map(same -> new ExecutionType(
                        getName(),
                        same.run(),
                        type.test().or(same::test),
                        type.fallback().or(same::fallback),
                        same.quoting(),
                        same.login(),
                        same.onNode()))
                .orElse(type);
    }

    private Map<ExecutionTypeField, String> problems(boolean builtIn) {
        Map<ExecutionTypeField, String> problems = new EnumMap<>(ExecutionTypeField.class);
        texts().forEach((field, text) -> {
            boolean required = field == ExecutionTypeField.NAME || field == ExecutionTypeField.RUN && !builtIn;
            if (required || !text.isEmpty()) {
                field.problem(text).ifPresent(problem -> problems.put(field, problem));
            }
        });
        return problems;
    }

    private Map<ExecutionTypeField, String> texts() {
        return new EnumMap<>(Map.of(
                ExecutionTypeField.NAME, getName(),
                ExecutionTypeField.RUN, run,
                ExecutionTypeField.TEST, test,
                ExecutionTypeField.FALLBACK, fallback,
                ExecutionTypeField.QUOTING, quoting));
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<ExecutionTypeConfiguration> {

        @Override
        public String getDisplayName() {
            return Messages.ExecutionTypeConfiguration_displayName();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value, @QueryParameter String run) {
            return check(ExecutionTypeField.NAME, value, !Util.fixNull(run).isBlank());
        }

        @POST
        public FormValidation doCheckRun(@QueryParameter String value, @QueryParameter String name) {
            String type = Util.fixNull(name).trim();
            // A new row is empty, and not yet wrong.
            boolean required =
                    !type.isEmpty() && TaskerConfiguration.builtIn().find(type).isEmpty();
            return check(ExecutionTypeField.RUN, value, required);
        }

        @POST
        public FormValidation doCheckTest(@QueryParameter String value) {
            return check(ExecutionTypeField.TEST, value, false);
        }

        @POST
        public FormValidation doCheckFallback(@QueryParameter String value) {
            return check(ExecutionTypeField.FALLBACK, value, false);
        }

        private static FormValidation check(ExecutionTypeField field, String value, boolean required) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            String text = Util.fixNull(value).trim();
            return text.isEmpty() && !required
                    ? FormValidation.ok()
                    : field.problem(text).map(FormValidation::error).orElseGet(FormValidation::ok);
        }

        @POST
        public ListBoxModel doFillQuotingItems() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            ListBoxModel choice = new ListBoxModel();
            for (Quoting quoting : Quoting.values()) {
                choice.add(quoting.toString());
            }
            return choice;
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    ? CredentialChoice.ofJenkins(credentialsId)
                    : CredentialChoice.only(credentialsId);
        }
    }
}
