package io.jenkins.plugins.tasker.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Items;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.AbortableRun;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.StepSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
import jenkins.tasks.SimpleBuildStep;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The build step of Freestyle jobs, and of every other kind that takes a {@link SimpleBuildStep}: what {@code taskerRun} is
 * in a Pipeline, with the same parameters. In a Freestyle job each text may refer to variables of the build, as in
 * {@code deploy-${STAGE}.txt}.
 */
public final class TaskerBuilder extends Builder implements SimpleBuildStep, RunParameters {

    private final String file;
    private String project;
    private String type;
    private String timeout;
    private String startFrom;
    private String logLevel;
    private Map<String, String> variables = new LinkedHashMap<>();
    private List<TypeCredential> credentials = new ArrayList<>();
    private boolean connectionTest;
    private boolean dryRun;
    private Boolean failOnError = true;
    private Boolean junit = true;
    private boolean showPlan;
    private boolean skipHostValidation;
    private boolean skipTaskValidation;
    private boolean stream;
    private boolean strictGaps;
    private boolean validateOnly;

    /** @param file the task file, relative to the workspace */
    @DataBoundConstructor
    public TaskerBuilder(String file) {
        this.file = file;
    }

    @Override
    public String getFile() {
        return file;
    }

    @Override
    public String getProject() {
        return project;
    }

    @DataBoundSetter
    public void setProject(String project) {
        this.project = Util.fixEmptyAndTrim(project);
    }

    @Override
    public String getType() {
        return type;
    }

    @DataBoundSetter
    public void setType(String type) {
        this.type = Util.fixEmptyAndTrim(type);
    }

    @Override
    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String timeout) {
        this.timeout = Util.fixEmptyAndTrim(timeout);
    }

    @Override
    public String getStartFrom() {
        return startFrom;
    }

    @DataBoundSetter
    public void setStartFrom(String startFrom) {
        this.startFrom = Util.fixEmptyAndTrim(startFrom);
    }

    @Override
    public String getLogLevel() {
        return logLevel;
    }

    @DataBoundSetter
    public void setLogLevel(String logLevel) {
        this.logLevel = Util.fixEmptyAndTrim(logLevel);
    }

    @Override
    public Map<String, String> getVariables() {
        return variables;
    }

    /** A script of Job DSL may give values of any kind; their text is taken. */
    @DataBoundSetter
    public void setVariables(Map<String, String> variables) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> variable : (variables == null ? Map.of() : variables).entrySet()) {
            texts.put(String.valueOf(variable.getKey()), String.valueOf(variable.getValue()));
        }
        this.variables = texts;
    }

    @Override
    public List<TypeCredential> getCredentials() {
        return credentials;
    }

    @DataBoundSetter
    public void setCredentials(List<TypeCredential> credentials) {
        this.credentials = new ArrayList<>(credentials);
    }

    @Override
    public boolean isConnectionTest() {
        return connectionTest;
    }

    @DataBoundSetter
    public void setConnectionTest(boolean connectionTest) {
        this.connectionTest = connectionTest;
    }

    @Override
    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    public boolean isFailOnError() {
        return failOnError;
    }

    /** Otherwise a run that goes wrong makes the build unstable, and the script decides what comes next. */
    @DataBoundSetter
    public void setFailOnError(boolean failOnError) {
        this.failOnError = failOnError;
    }

    @Override
    public boolean isJunit() {
        return junit;
    }

    @DataBoundSetter
    public void setJunit(boolean junit) {
        this.junit = junit;
    }

    @Override
    public boolean isShowPlan() {
        return showPlan;
    }

    @DataBoundSetter
    public void setShowPlan(boolean showPlan) {
        this.showPlan = showPlan;
    }

    @Override
    public boolean isSkipHostValidation() {
        return skipHostValidation;
    }

    @DataBoundSetter
    public void setSkipHostValidation(boolean skipHostValidation) {
        this.skipHostValidation = skipHostValidation;
    }

    @Override
    public boolean isSkipTaskValidation() {
        return skipTaskValidation;
    }

    @DataBoundSetter
    public void setSkipTaskValidation(boolean skipTaskValidation) {
        this.skipTaskValidation = skipTaskValidation;
    }

    @Override
    public boolean isStream() {
        return stream;
    }

    @DataBoundSetter
    public void setStream(boolean stream) {
        this.stream = stream;
    }

    @Override
    public boolean isStrictGaps() {
        return strictGaps;
    }

    @DataBoundSetter
    public void setStrictGaps(boolean strictGaps) {
        this.strictGaps = strictGaps;
    }

    @Override
    public boolean isValidateOnly() {
        return validateOnly;
    }

    @DataBoundSetter
    public void setValidateOnly(boolean validateOnly) {
        this.validateOnly = validateOnly;
    }

    /** A configuration written by hand, or before a field existed, has nothing where the default belongs. */
    private Object readResolve() {
        variables = variables == null ? new LinkedHashMap<>() : variables;
        credentials = credentials == null ? new ArrayList<>() : credentials;
        failOnError = failOnError == null || failOnError;
        junit = junit == null || junit;
        return this;
    }

    @Override
    public void perform(
            Run<?, ?> build, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener console)
            throws IOException, InterruptedException {
        // In a Pipeline the script has expanded what it wanted expanded.
        StepSettings settings = build instanceof AbstractBuild ? settings().with(environment::expand) : settings();
        Set<String> sensitive =
                build instanceof AbstractBuild<?, ?> freestyle ? freestyle.getSensitiveBuildVariables() : Set.of();
        BuildContext place = new BuildContext(build, workspace, environment, console, sensitive);
        new AbortableRun(new JenkinsRun(settings, place)).await().applyTo(build, console);
    }

    @Extension
    @Symbol("taskerRun")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> implements RunParametersForm {

        /** Lets jobs load that an earlier version of the plugin saved. */
        @Initializer(before = InitMilestone.PLUGINS_STARTED)
        public static void registerFormerName() {
            Items.XSTREAM2.addCompatibilityAlias(
                    "io.jenkins.plugins.tasker.freestyle.TaskerBuilder", TaskerBuilder.class);
        }

        @Override
        public String getDisplayName() {
            return "Run a task file";
        }

        @Override
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        /** The fields are those of the Pipeline step, and so is their help. */
        @Override
        public String getHelpFile(String field) {
            return field == null
                    ? super.getHelpFile(null)
                    : Jenkins.get().getDescriptorOrDie(TaskerRunStep.class).getHelpFile(field);
        }

        @Override
        public Builder newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            Map<String, String> variables = takeVariables(form);
            TaskerBuilder made = (TaskerBuilder) super.newInstance(request, form);
            made.setVariables(variables);
            return made;
        }
    }
}
