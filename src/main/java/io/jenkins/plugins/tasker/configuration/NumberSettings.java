package io.jenkins.plugins.tasker.configuration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.tasker.journal.outputs.OutputLimits;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.time.Duration;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The numbers among the settings of the administrator. {@link NumberSetting} defines their ranges; each setter throws an {@link
 * IllegalArgumentException} that names the setting if the number is outside.
 */
public abstract class NumberSettings extends GlobalConfiguration {

    private static final long MEGABYTE = 1_000_000;

    private int defaultTimeout;
    private int maxTimeout;
    private int maxParallel;
    private int maxTasks;

    /** Null for the default, also in configuration that an earlier version wrote. */
    @CheckForNull
    private Integer maxExecutions;

    /** Null for the default, also in configuration that an earlier version wrote. */
    @CheckForNull
    private Integer maxRecordSize;

    private int maxTaskOutput = NumberSetting.MAX_TASK_OUTPUT.defaultValue();
    private int maxBuildOutput = NumberSetting.MAX_BUILD_OUTPUT.defaultValue();
    private int agentReconnectTimeout = NumberSetting.AGENT_RECONNECT_TIMEOUT.defaultValue();

    /** The name of {@link #agentReconnectTimeout} in configuration that an earlier version wrote. */
    private transient Integer agentPatience;

    /** Time limit in seconds of tasks without any other; 0 for the default of the language. */
    public int getDefaultTimeout() {
        return defaultTimeout;
    }

    @DataBoundSetter
    public void setDefaultTimeout(int defaultTimeout) {
        this.defaultTimeout = NumberSetting.DEFAULT_TIMEOUT.checked(defaultTimeout);
        save();
    }

    /** Upper limit in seconds for all time limits; 0 for no limit (rule 4.6). */
    public int getMaxTimeout() {
        return maxTimeout;
    }

    @DataBoundSetter
    public void setMaxTimeout(int maxTimeout) {
        this.maxTimeout = NumberSetting.MAX_TIMEOUT.checked(maxTimeout);
        save();
    }

    /** Upper limit for the tasks of a group that run at the same time; 0 for no limit. */
    public int getMaxParallel() {
        return maxParallel;
    }

    @DataBoundSetter
    public void setMaxParallel(int maxParallel) {
        this.maxParallel = NumberSetting.MAX_PARALLEL.checked(maxParallel);
        save();
    }

    /** Upper limit for the number of tasks in a file; 0 for no limit. */
    public int getMaxTasks() {
        return maxTasks;
    }

    @DataBoundSetter
    public void setMaxTasks(int maxTasks) {
        this.maxTasks = NumberSetting.MAX_TASKS.checked(maxTasks);
        save();
    }

    /** Upper limit for the executions of tasks in a run, members included; 0 for no limit (rule 16.14). */
    public int getMaxExecutions() {
        return maxExecutions == null ? NumberSetting.MAX_EXECUTIONS.defaultValue() : maxExecutions;
    }

    @DataBoundSetter
    public void setMaxExecutions(int maxExecutions) {
        this.maxExecutions = NumberSetting.MAX_EXECUTIONS.checked(maxExecutions);
        save();
    }

    /** Upper limit in megabytes for the journal of a run; 0 for no limit (rule 16.14). */
    public int getMaxRecordSize() {
        return maxRecordSize == null ? NumberSetting.MAX_RECORD_SIZE.defaultValue() : maxRecordSize;
    }

    @DataBoundSetter
    public void setMaxRecordSize(int maxRecordSize) {
        this.maxRecordSize = NumberSetting.MAX_RECORD_SIZE.checked(maxRecordSize);
        save();
    }

    /** Megabytes up to which the complete output of a task is stored with the build; 0 for none (rule 16.11). */
    public int getMaxTaskOutput() {
        return maxTaskOutput;
    }

    @DataBoundSetter
    public void setMaxTaskOutput(int maxTaskOutput) {
        this.maxTaskOutput = NumberSetting.MAX_TASK_OUTPUT.checked(maxTaskOutput);
        save();
    }

    /** Megabytes up to which the outputs of all runs of a build are stored. */
    public int getMaxBuildOutput() {
        return maxBuildOutput;
    }

    @DataBoundSetter
    public void setMaxBuildOutput(int maxBuildOutput) {
        this.maxBuildOutput = NumberSetting.MAX_BUILD_OUTPUT.checked(maxBuildOutput);
        save();
    }

    /** Minutes that a run waits for its agent after a lost connection or a restart of Jenkins. */
    public int getAgentReconnectTimeout() {
        return agentReconnectTimeout;
    }

    @DataBoundSetter
    public void setAgentReconnectTimeout(int agentReconnectTimeout) {
        this.agentReconnectTimeout = NumberSetting.AGENT_RECONNECT_TIMEOUT.checked(agentReconnectTimeout);
        save();
    }

    public UpperLimits limits() {
        return new UpperLimits(
                maxTimeout == 0 ? UpperLimits.NONE.timeLimit() : Duration.ofSeconds(maxTimeout),
                orUnlimited(maxParallel),
                orUnlimited(maxTasks),
                new UpperLimits.RunSize(orUnlimited(getMaxExecutions()), orUnlimited(getMaxRecordSize() * MEGABYTE)));
    }

    public OutputLimits outputLimits() {
        return OutputLimits.megabytes(maxTaskOutput, maxBuildOutput);
    }

    private static long orUnlimited(long limit) {
        return limit == 0 ? Long.MAX_VALUE : limit;
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

    @POST
    public FormValidation doCheckDefaultTimeout(@QueryParameter String value) {
        return check(NumberSetting.DEFAULT_TIMEOUT, value);
    }

    @POST
    public FormValidation doCheckMaxTimeout(@QueryParameter String value) {
        return check(NumberSetting.MAX_TIMEOUT, value);
    }

    @POST
    public FormValidation doCheckMaxParallel(@QueryParameter String value) {
        return check(NumberSetting.MAX_PARALLEL, value);
    }

    @POST
    public FormValidation doCheckMaxTasks(@QueryParameter String value) {
        return check(NumberSetting.MAX_TASKS, value);
    }

    @POST
    public FormValidation doCheckMaxExecutions(@QueryParameter String value) {
        return check(NumberSetting.MAX_EXECUTIONS, value);
    }

    @POST
    public FormValidation doCheckMaxRecordSize(@QueryParameter String value) {
        return check(NumberSetting.MAX_RECORD_SIZE, value);
    }

    @POST
    public FormValidation doCheckAgentReconnectTimeout(@QueryParameter String value) {
        return check(NumberSetting.AGENT_RECONNECT_TIMEOUT, value);
    }

    @POST
    public FormValidation doCheckMaxTaskOutput(@QueryParameter String value) {
        return check(NumberSetting.MAX_TASK_OUTPUT, value);
    }

    @POST
    public FormValidation doCheckMaxBuildOutput(@QueryParameter String value) {
        return check(NumberSetting.MAX_BUILD_OUTPUT, value);
    }

    private static FormValidation check(NumberSetting setting, String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return setting.problem(value).map(FormValidation::error).orElseGet(FormValidation::ok);
    }
}
