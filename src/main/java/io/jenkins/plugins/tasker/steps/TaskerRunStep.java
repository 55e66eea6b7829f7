package io.jenkins.plugins.tasker.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
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
 * The Pipeline step {@code taskerRun}: runs a task file of the workspace on the agent of the enclosing {@code node} block.
 * {@link StepSettings} documents the parameters.
 */
public final class TaskerRunStep extends Step {

    private final String file;
    private Map<String, String> variables = new LinkedHashMap<>();

    @DataBoundSetter
    public String project = "";

    @DataBoundSetter
    public String type = "";

    @DataBoundSetter
    public String timeout = "";

    @DataBoundSetter
    public String hosts = "";

    @DataBoundSetter
    public String startFrom = "";

    @DataBoundSetter
    public String logLevel = "";

    @DataBoundSetter
    public String unhandledFailures = "";

    @DataBoundSetter
    public List<TypeCredential> credentials = new ArrayList<>();

    @DataBoundSetter
    public boolean connectionTest;

    @DataBoundSetter
    public boolean dryRun;

    @DataBoundSetter
    public boolean failOnError = true;

    @DataBoundSetter
    public boolean junit = true;

    @DataBoundSetter
    public boolean showPlan;

    @DataBoundSetter
    public boolean skipHostValidation;

    @DataBoundSetter
    public boolean skipTaskValidation;

    @DataBoundSetter
    public boolean stream = true;

    @DataBoundSetter
    public boolean strictGaps;

    @DataBoundSetter
    public boolean validateOnly;

    /** @param file the task file, relative to the workspace */
    @DataBoundConstructor
    public TaskerRunStep(String file) {
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    public Map<String, String> getVariables() {
        return variables;
    }

    /** Accepts values of any kind, such as numbers, and keeps their text. */
    @DataBoundSetter
    public void setVariables(Map<String, String> variables) {
        this.variables = VariableLines.texts(variables);
    }

    /** Returns the parameters as one value; texts are trimmed. */
    public StepSettings settings() {
        return new StepSettings(
                Util.fixNull(file).trim(),
                new StepSettings.Defaults(
                        Util.fixNull(type).trim(),
                        Util.fixNull(timeout).trim(),
                        Util.fixNull(hosts).trim()),
                Util.fixNull(startFrom).trim(),
                new RunMode(dryRun, strictGaps, showPlan),
                new Checks(!skipTaskValidation, !skipHostValidation, connectionTest, validateOnly),
                variables,
                credentials,
                new StepSettings.Reports(
                        Util.fixNull(project).trim(), Util.fixNull(logLevel).trim(), stream, junit),
                failOnError,
                Util.fixNull(unhandledFailures).trim());
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

        /** Returns the class name of the first version, because flow graphs of builds store this id. */
        @Override
        public String getId() {
            return "io.jenkins.plugins.tasker.pipeline.TaskerRunStep";
        }

        @Override
        public String getDisplayName() {
            return Messages.RunParametersForm_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, Launcher.class, EnvVars.class, TaskListener.class);
        }

        /** Converts numbers to text, since scripts write both {@code timeout: 60} and {@code timeout: params.LIMIT}. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            Map<String, Object> texts = new LinkedHashMap<>(arguments);
            texts.replaceAll((name, value) -> value instanceof Number ? value.toString() : value);
            return texts;
        }

        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            Map<String, String> variables = takeVariables(form);
            TaskerRunStep step = (TaskerRunStep) super.newInstance(request, form);
            step.setVariables(variables);
            return step;
        }
    }
}
