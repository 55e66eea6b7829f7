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
 * The build to which a run belongs.
 *
 * @param build receives the page and the record of the run
 * @param workspace contains the task file; commands run there
 * @param environment variables that the build adds to those of the agent
 * @param sensitiveVariables names of variables with values that the console must mask; none by default
 * @param archive receives log and reports; by default the archive of the build
 * @param branch parallel branch of the script, with the names of all enclosing branches; empty by default
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

    /** Returns a copy for a parallel branch. */
    public BuildContext in(String branch) {
        return new BuildContext(build, workspace, environment, console, sensitiveVariables, archive, branch);
    }

    /** Returns the values that the console must mask, including those of password parameters. */
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
