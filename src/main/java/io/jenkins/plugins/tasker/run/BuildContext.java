package io.jenkins.plugins.tasker.run;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a run takes place.
 *
 * @param build gets the page of the run, and keeps its record
 * @param workspace where the task file is looked for and the commands run
 * @param environment variables that the build adds to those of the agent
 * @param sensitiveVariables names of those variables whose values the build hides in its console; none by default
 * @param archive gets what people read afterwards; that of the build by default
 * @param branch parallel branch of the script, for nested ones all names from the outermost on; empty by default
 */
public record BuildContext(
        Run<?, ?> build,
        FilePath workspace,
        EnvVars environment,
        TaskListener console,
        Set<String> sensitiveVariables,
        Archive archive,
        String branch) {

    public BuildContext(Run<?, ?> build, FilePath workspace, EnvVars environment, TaskListener console) {
        this(build, workspace, environment, console, Set.of());
    }

    public BuildContext(
            Run<?, ?> build,
            FilePath workspace,
            EnvVars environment,
            TaskListener console,
            Set<String> sensitiveVariables) {
        this(build, workspace, environment, console, sensitiveVariables, new BuildArchive(build, console));
    }

    public BuildContext(
            Run<?, ?> build,
            FilePath workspace,
            EnvVars environment,
            TaskListener console,
            Set<String> sensitiveVariables,
            Archive archive) {
        this(build, workspace, environment, console, sensitiveVariables, archive, "");
    }

    public BuildContext in(String branch) {
        return new BuildContext(build, workspace, environment, console, sensitiveVariables, archive, branch);
    }

    /** What the build hides in its console; passwords among its parameters as well. */
    Set<String> sensitiveValues() {
        Set<String> names = new HashSet<>(sensitiveVariables);
        ParametersAction parameters = build.getAction(ParametersAction.class);
        if (parameters != null) {
            parameters.getParameters().stream()
                    .filter(ParameterValue::isSensitive)
                    .map(ParameterValue::getName)
                    .forEach(names::add);
        }
        return names.stream().map(name -> environment.get(name, "")).collect(Collectors.toSet());
    }
}
