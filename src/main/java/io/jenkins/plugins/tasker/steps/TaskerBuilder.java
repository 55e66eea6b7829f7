package io.jenkins.plugins.tasker.steps;

import hudson.AbortException;
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
import io.jenkins.plugins.tasker.agent.ContextLauncher;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.AbortableRun;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
 * The build step of Freestyle jobs and of other job types that accept a {@link SimpleBuildStep}. It has the parameters of
 * {@link TaskerRunStep}. In a Freestyle job each text may refer to variables of the build, as in
 * {@code deploy-${STAGE}.txt}. XStream writes the fields to {@code config.xml}.
 */
public final class TaskerBuilder extends Builder implements SimpleBuildStep {

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
    public Boolean failOnError = true;

    @DataBoundSetter
    public Boolean junit = true;

    @DataBoundSetter
    public boolean showPlan;

    @DataBoundSetter
    public boolean skipHostValidation;

    @DataBoundSetter
    public boolean skipTaskValidation;

    @DataBoundSetter
    public Boolean stream = true;

    @DataBoundSetter
    public boolean strictGaps;

    @DataBoundSetter
    public boolean validateOnly;

    /** @param file the task file, relative to the workspace */
    @DataBoundConstructor
    public TaskerBuilder(String file) {
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    public Map<String, String> getVariables() {
        return variables;
    }

    /**
     * Accepts values of any kind, such as numbers, and keeps their text. The type is a raw class, because Job DSL accepts a
     * map neither for an interface nor for a parameterized type.
     */
    @DataBoundSetter
    public void setVariables(@SuppressWarnings("rawtypes") HashMap variables) {
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

    /** Sets the defaults of fields that a {@code config.xml} lacks. */
    private Object readResolve() {
        variables = variables == null ? new LinkedHashMap<>() : variables;
        credentials = credentials == null ? new ArrayList<>() : credentials;
        failOnError = failOnError == null || failOnError;
        junit = junit == null || junit;
        stream = stream == null || stream;
        return this;
    }

    @Override
    public void perform(
            Run<?, ?> build, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener console)
            throws IOException, InterruptedException {
        if (!(build instanceof AbstractBuild<?, ?> freestyle)) {
            // such a build would mask no secret, and its run would not survive a restart
            throw new AbortException(Messages.TaskerBuilder_pipeline());
        }
        StepSettings settings = settings().with(environment::expand);
        Set<String> sensitive = freestyle.getSensitiveBuildVariables();
        BuildContext place = new BuildContext(build, workspace, environment, console, sensitive)
                .with(new ContextLauncher(() -> launcher));
        new AbortableRun(new JenkinsRun(settings, place)).await().applyTo(build, console);
    }

    @Extension
    @Symbol("taskerRun")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> implements RunParametersForm {

        /** Registers the former class name, with which earlier versions of the plugin saved jobs. */
        @Initializer(before = InitMilestone.PLUGINS_STARTED)
        public static void registerFormerName() {
            Items.XSTREAM2.addCompatibilityAlias(
                    "io.jenkins.plugins.tasker.freestyle.TaskerBuilder", TaskerBuilder.class);
        }

        @Override
        public String getDisplayName() {
            return Messages.RunParametersForm_displayName();
        }

        @Override
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        /** Returns the help of the Pipeline step, which has the same parameters. */
        @Override
        public String getHelpFile(String field) {
            return field == null
                    ? super.getHelpFile(null)
                    : Jenkins.get().getDescriptorOrDie(TaskerRunStep.class).getHelpFile(field);
        }

        @Override
        public Builder newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            Map<String, String> variables = takeVariables(form);
            TaskerBuilder builder = (TaskerBuilder) super.newInstance(request, form);
            builder.setVariables(new LinkedHashMap<>(variables));
            return builder;
        }
    }
}
