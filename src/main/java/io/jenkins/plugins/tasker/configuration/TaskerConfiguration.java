package io.jenkins.plugins.tasker.configuration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.journal.outputs.OutputLimits;
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
 * The settings of the administrator for all runs. The execution types of rule 5.1 are always available; a listed type
 * replaces the built-in type of the same name.
 */
@Extension
@Symbol("tasker")
public class TaskerConfiguration extends GlobalConfiguration implements PersistentDescriptor, LimitsForm {

    /** Minutes. Remoting detects a half-open connection within nine minutes; a shorter timeout would lose the run. */
    private static final int DEFAULT_RECONNECT_TIMEOUT = 15;

    private static final int MAX_RECONNECT_TIMEOUT = 24 * 60;

    private List<ExecutionTypeConfiguration> executionTypes = new ArrayList<>();
    private String defaultType = "";
    private int defaultTimeout;
    private int maxTimeout;
    private int maxParallel;
    private int maxTasks;
    private int maxTaskOutput = 10;
    private int maxBuildOutput = 200;
    private int agentReconnectTimeout = DEFAULT_RECONNECT_TIMEOUT;

    /** The name of {@link #agentReconnectTimeout} in configuration that an earlier version wrote. */
    private transient Integer agentPatience;

    /** Returns the configuration of this Jenkins, or the defaults in unit tests, which run without Jenkins. */
    public static TaskerConfiguration get() {
        return Jenkins.getInstanceOrNull() == null
                ? new TaskerConfiguration()
                : ExtensionList.lookupSingleton(TaskerConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.TaskerConfiguration_displayName();
    }

    public List<ExecutionTypeConfiguration> getExecutionTypes() {
        return executionTypes;
    }

    @DataBoundSetter
    public void setExecutionTypes(List<ExecutionTypeConfiguration> executionTypes) {
        this.executionTypes = new ArrayList<>(executionTypes);
        save();
    }

    /** Execution type of tasks without any other; empty for the type of {@link TaskDefaults#STANDARD}. */
    public String getDefaultType() {
        return defaultType;
    }

    @DataBoundSetter
    public void setDefaultType(String defaultType) {
        this.defaultType = Util.fixNull(defaultType).trim();
        save();
    }

    /** Time limit in seconds of tasks without any other; 0 for the default of the language. */
    public int getDefaultTimeout() {
        return defaultTimeout;
    }

    @DataBoundSetter
    public void setDefaultTimeout(int defaultTimeout) {
        this.defaultTimeout = defaultTimeout;
        save();
    }

    /** Upper limit in seconds for all time limits; 0 for no limit (rule 4.6). */
    public int getMaxTimeout() {
        return maxTimeout;
    }

    @DataBoundSetter
    public void setMaxTimeout(int maxTimeout) {
        this.maxTimeout = maxTimeout;
        save();
    }

    /** Upper limit for the tasks of a group that run at the same time; 0 for no limit. */
    public int getMaxParallel() {
        return maxParallel;
    }

    @DataBoundSetter
    public void setMaxParallel(int maxParallel) {
        this.maxParallel = maxParallel;
        save();
    }

    /** Upper limit for the number of tasks in a file; 0 for no limit. */
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

    /** Megabytes up to which the complete output of a task is stored with the build; 0 for none (rule 16.11). */
    public int getMaxTaskOutput() {
        return maxTaskOutput;
    }

    /** @throws IllegalArgumentException if the value is outside of the range of {@link LimitsForm} */
    @DataBoundSetter
    public void setMaxTaskOutput(int maxTaskOutput) {
        this.maxTaskOutput = LimitsForm.megabytes("maxTaskOutput", maxTaskOutput);
        save();
    }

    /** Megabytes up to which the outputs of all runs of a build are stored. */
    public int getMaxBuildOutput() {
        return maxBuildOutput;
    }

    /** @throws IllegalArgumentException if the value is outside of the range of {@link LimitsForm} */
    @DataBoundSetter
    public void setMaxBuildOutput(int maxBuildOutput) {
        this.maxBuildOutput = LimitsForm.megabytes("maxBuildOutput", maxBuildOutput);
        save();
    }

    public OutputLimits outputLimits() {
        return OutputLimits.megabytes(maxTaskOutput, maxBuildOutput);
    }

    /** Minutes that a run waits for its agent after a lost connection or a restart of Jenkins. */
    public int getAgentReconnectTimeout() {
        return agentReconnectTimeout;
    }

    /** @throws IllegalArgumentException if the value is outside 1 to 1440 minutes */
    @DataBoundSetter
    public void setAgentReconnectTimeout(int agentReconnectTimeout) {
        if (!isReconnectTimeout(agentReconnectTimeout)) {
            throw new IllegalArgumentException(Messages.TaskerConfiguration_reconnectTimeout(
                    Integer.toString(agentReconnectTimeout), reconnectTimeoutRange()));
        }
        this.agentReconnectTimeout = agentReconnectTimeout;
        save();
    }

    private static boolean isReconnectTimeout(int minutes) {
        return minutes >= 1 && minutes <= MAX_RECONNECT_TIMEOUT;
    }

    private static String reconnectTimeoutRange() {
        return Messages.TaskerConfiguration_reconnectTimeoutRange(Integer.toString(MAX_RECONNECT_TIMEOUT));
    }

    public Duration agentReconnectTimeout() {
        return Duration.ofMinutes(agentReconnectTimeout);
    }

    /** Returns null, so that Configuration as Code exports the new name only. */
    @CheckForNull
    public Integer getAgentPatience() {
        return null;
    }

    /** Accepts the former name of the agent reconnect timeout in Configuration as Code. */
    public void setAgentPatience(Integer minutes) {
        setAgentReconnectTimeout(minutes);
    }

    protected Object readResolve() {
        if (agentPatience != null) {
            agentReconnectTimeout = agentPatience;
            agentPatience = null;
        }
        return this;
    }

    /** Clears the list first, because a form omits an empty list. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) {
        executionTypes = new ArrayList<>();
        request.bindJSON(this, form);
        save();
        return true;
    }

    /** Returns the types of rule 5.1 and the type that addresses Jenkins nodes (rule 5.13). */
    static ExecutionTypes builtIn() {
        return ExecutionTypes.builtIn().with(List.of(ExecutionType.onNodes("agent")));
    }

    /**
     * Returns the execution types that runs may use.
     *
     * @throws AbortException if a configured type is invalid; the message names the type and the remedy
     */
    public ExecutionTypes types() throws AbortException {
        Map<String, ExecutionType> types = new LinkedHashMap<>();
        List<String> disabled = new ArrayList<>();
        for (ExecutionTypeConfiguration configured : executionTypes) {
            ExecutionType type = configured.type();
            if (types.put(type.name(), type) != null) {
                throw new AbortException(Messages.TaskerConfiguration_twice(type.name()));
            }
            if (!configured.isAllowed()) {
                disabled.add(type.name());
            }
        }
        return builtIn().with(types.values()).without(disabled);
    }

    /** Returns credential ids by the name of the execution type that receives them. */
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
                : FormValidation.error(Messages.TaskerConfiguration_maxTimeoutRange());
    }

    @POST
    public FormValidation doCheckAgentReconnectTimeout(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return value.matches("[0-9]{1,4}") && isReconnectTimeout(Integer.parseInt(value))
                ? FormValidation.ok()
                : FormValidation.error(reconnectTimeoutRange());
    }

    @POST
    public FormValidation doCheckDefaultTimeout(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return value.equals("0") || NumericField.RUN_TIMEOUT.read(value).isWithin()
                ? FormValidation.ok()
                : FormValidation.error(Messages.TaskerConfiguration_defaultTimeoutRange(
                        Long.toString(TaskDefaults.STANDARD.timeLimit().toSeconds())));
    }
}
