package io.jenkins.plugins.tasker.configuration;

import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * What the administrator of Jenkins says about all runs. The execution types of rule 5.1 are there without being listed;
 * what is listed under one of their names takes its place.
 */
@Extension
@Symbol("tasker")
public class TaskerConfiguration extends GlobalConfiguration implements PersistentDescriptor {

    /** Minutes; less than nine would lose runs to half-open connections, which Remoting's own pings find no sooner. */
    private static final int DEFAULT_PATIENCE = 15;

    private static final int LONGEST_PATIENCE = 24 * 60;
    private static final String PATIENCE_RANGE = "Enter a whole number of minutes from 1 to " + LONGEST_PATIENCE;

    private List<ExecutionTypeConfiguration> executionTypes = new ArrayList<>();
    private String defaultType = "";
    private int defaultTimeout;
    private int maxTimeout;
    private int maxParallel;
    private int maxTasks;
    private int agentPatience = DEFAULT_PATIENCE;

    /** What is configured; outside of a Jenkins, which is in unit tests, nothing is. */
    public static TaskerConfiguration get() {
        return Jenkins.getInstanceOrNull() == null
                ? new TaskerConfiguration()
                : ExtensionList.lookupSingleton(TaskerConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return "Tasker";
    }

    public List<ExecutionTypeConfiguration> getExecutionTypes() {
        return executionTypes;
    }

    @DataBoundSetter
    public void setExecutionTypes(List<ExecutionTypeConfiguration> executionTypes) {
        this.executionTypes = new ArrayList<>(executionTypes);
        save();
    }

    /** Of tasks for which nothing else says one; empty for that of {@link TaskDefaults#STANDARD}. */
    public String getDefaultType() {
        return defaultType;
    }

    @DataBoundSetter
    public void setDefaultType(String defaultType) {
        this.defaultType = Util.fixNull(defaultType).trim();
        save();
    }

    /** Seconds, for tasks for which nothing else says a time limit; 0 for that of the language. */
    public int getDefaultTimeout() {
        return defaultTimeout;
    }

    @DataBoundSetter
    public void setDefaultTimeout(int defaultTimeout) {
        this.defaultTimeout = defaultTimeout;
        save();
    }

    /** Seconds that a command may take at most, whatever a task file says; 0 for no limit (rule 4.6). */
    public int getMaxTimeout() {
        return maxTimeout;
    }

    @DataBoundSetter
    public void setMaxTimeout(int maxTimeout) {
        this.maxTimeout = maxTimeout;
        save();
    }

    /** Tasks of a group that may run at once; 0 for no limit. */
    public int getMaxParallel() {
        return maxParallel;
    }

    @DataBoundSetter
    public void setMaxParallel(int maxParallel) {
        this.maxParallel = maxParallel;
        save();
    }

    /** Tasks that a file may have; 0 for no limit. */
    public int getMaxTasks() {
        return maxTasks;
    }

    @DataBoundSetter
    public void setMaxTasks(int maxTasks) {
        this.maxTasks = maxTasks;
        save();
    }

    public UpperLimits limits() {
        return new UpperLimits(
                maxTimeout == 0 ? UpperLimits.NONE.timeLimit() : Duration.ofSeconds(maxTimeout),
                maxParallel == 0 ? UpperLimits.NONE.parallel() : maxParallel,
                maxTasks == 0 ? UpperLimits.NONE.tasks() : maxTasks);
    }

    /** Minutes that a run waits for an agent whose connection was lost, or that is not back after a restart of Jenkins. */
    public int getAgentPatience() {
        return agentPatience;
    }

    /** @throws IllegalArgumentException if it is no time that anybody would wait; the message says what is */
    @DataBoundSetter
    public void setAgentPatience(int agentPatience) {
        if (!isPatience(agentPatience)) {
            throw new IllegalArgumentException(
                    "'agentPatience' of Tasker cannot be " + agentPatience + ". " + PATIENCE_RANGE);
        }
        this.agentPatience = agentPatience;
        save();
    }

    private static boolean isPatience(int minutes) {
        return minutes >= 1 && minutes <= LONGEST_PATIENCE;
    }

    public Duration agentReconnectTimeout() {
        return Duration.ofMinutes(agentPatience);
    }

    /** An empty list has no trace in a form, so it is what counts until the form says something else. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) {
        executionTypes = new ArrayList<>();
        request.bindJSON(this, form);
        save();
        return true;
    }

    /** The types of rule 5.1, and that of Jenkins' own nodes (rule 5.13). */
    static ExecutionTypes builtIn() {
        return ExecutionTypes.builtIn().with(List.of(ExecutionType.onNodes("agent")));
    }

    /**
     * The types that runs may use.
     *
     * @throws AbortException if one cannot be used; the message says which, and the remedy
     */
    public ExecutionTypes types() throws AbortException {
        Map<String, ExecutionType> types = new LinkedHashMap<>();
        List<String> switchedOff = new ArrayList<>();
        for (ExecutionTypeConfiguration configured : executionTypes) {
            ExecutionType type = configured.type();
            if (types.put(type.name(), type) != null) {
                throw new AbortException(
                        "execution type '" + type.name() + "' is configured twice in Manage Jenkins, System, Tasker;"
                                + " the administrator of Jenkins should remove one of them");
            }
            if (!configured.isAllowed()) {
                switchedOff.add(type.name());
            }
        }
        return builtIn().with(types.values()).without(switchedOff);
    }

    /** The ids of credentials by the names of the types whose commands get them. */
    public Map<String, String> credentialIds() {
        Map<String, String> ids = new LinkedHashMap<>();
        executionTypes.stream()
                .filter(type -> type.isAllowed() && !type.getCredentialsId().isEmpty())
                .forEach(type -> ids.put(type.getName(), type.getCredentialsId()));
        return ids;
    }

    @POST
    public ListBoxModel doFillDefaultTypeItems() throws AbortException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel choice = new ListBoxModel();
        choice.add("(" + TaskDefaults.STANDARD.executionType() + ")", "");
        types().names().forEach(choice::add);
        return choice;
    }

    @POST
    public FormValidation doCheckMaxTimeout(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return value.equals("0") || NumericField.TIMEOUT.read(value).isWithin()
                ? FormValidation.ok()
                : FormValidation.error("Enter a whole number of seconds from 5 to 3600, or 0 for no limit");
    }

    @POST
    public FormValidation doCheckMaxParallel(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormValidation.validateNonNegativeInteger(value);
    }

    @POST
    public FormValidation doCheckMaxTasks(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormValidation.validateNonNegativeInteger(value);
    }

    @POST
    public FormValidation doCheckAgentPatience(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return value.matches("[0-9]{1,4}") && isPatience(Integer.parseInt(value))
                ? FormValidation.ok()
                : FormValidation.error(PATIENCE_RANGE);
    }

    @POST
    public FormValidation doCheckDefaultTimeout(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return value.equals("0") || NumericField.RUN_TIMEOUT.read(value).isWithin()
                ? FormValidation.ok()
                : FormValidation.error("Enter a whole number of seconds from 5 to 1000, or 0 for the default of "
                        + TaskDefaults.STANDARD.timeLimit().toSeconds());
    }
}
