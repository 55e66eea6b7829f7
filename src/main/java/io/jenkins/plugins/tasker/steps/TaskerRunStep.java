package io.jenkins.plugins.tasker.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * {@code taskerRun}: runs a task file of the workspace on the agent of the enclosing {@code node} block. What a parameter
 * means and which values it may have is said in {@link io.jenkins.plugins.tasker.run.StepSettings}.
 */
public final class TaskerRunStep extends Step implements RunParameters {

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
    private boolean failOnError = true;
    private boolean junit = true;
    private boolean showPlan;
    private boolean skipHostValidation;
    private boolean skipTaskValidation;
    private boolean stream;
    private boolean strictGaps;
    private boolean validateOnly;

    /** @param file the task file, relative to the workspace */
    @DataBoundConstructor
    public TaskerRunStep(String file) {
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

    /** A script may give values of any kind, such as numbers and texts with {@code ${...}}; their text is taken. */
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

    @Override
    public StepExecution start(StepContext context) throws IOException {
        return new TaskerRunExecution(this, context);
    }

    @Extension
    public static final class DescriptorImpl extends StepDescriptor
            implements CustomDescribableModel, RunParametersForm {

        @Override
        public String getFunctionName() {
            return "taskerRun";
        }

        /** The flow graphs of builds hold this id, so it remains the class name that their first version had. */
        @Override
        public String getId() {
            return "io.jenkins.plugins.tasker.pipeline.TaskerRunStep";
        }

        @Override
        public String getDisplayName() {
            return "Run a task file";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, TaskListener.class);
        }

        /** {@code timeout: 60} is what people write, but {@code timeout: params.LIMIT} is a text. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            Map<String, Object> texts = new LinkedHashMap<>(arguments);
            texts.replaceAll((name, value) -> value instanceof Number ? value.toString() : value);
            return texts;
        }

        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            Map<String, String> variables = takeVariables(form);
            TaskerRunStep made = (TaskerRunStep) super.newInstance(request, form);
            made.setVariables(variables);
            return made;
        }
    }
}
