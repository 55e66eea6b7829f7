package io.jenkins.plugins.tasker.run;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.agent.ContextLauncher;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * The build to which a run belongs.
 *
 * @param build receives the page and the record of the run
 * @param workspace contains the task file; commands run there
 * @param environment variables that the build adds to those of the agent
 * @param sensitiveVariables names of variables with values that the console must mask; none by default
 * @param archive receives log and reports; by default the archive of the build
 * @param launcher of the step; starts the shell of the commands if a wrapper decorates it; by default that of the agent
 * @param authentication identity of the build, with which it uses nodes; by default that of the calling thread
 * @param branch parallel branch of the script, with the names of all enclosing branches; empty by default
 */
public record BuildContext(
        Run<?, ?> build,
        FilePath workspace,
        EnvVars environment,
        TaskListener console,
        Set<String> sensitiveVariables,
        Archive archive,
        ContextLauncher launcher,
        Authentication authentication,
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
        this(
                build,
                workspace,
                environment,
                console,
                sensitiveVariables,
                archive,
                ContextLauncher.PLAIN,
                Jenkins.getAuthentication2(),
                "");
    }

    /** Returns a copy for a parallel branch. */
    public BuildContext in(String branch) {
        return new BuildContext(
                build, workspace, environment, console, sensitiveVariables, archive, launcher, authentication, branch);
    }

    /** Returns a copy for a step that starts processes through a launcher. */
    public BuildContext with(ContextLauncher launcher) {
        return new BuildContext(
                build, workspace, environment, console, sensitiveVariables, archive, launcher, authentication, branch);
    }

    /** Returns a copy for a build with another identity than that of the calling thread. */
    public BuildContext as(Authentication identity) {
        return new BuildContext(
                build, workspace, environment, console, sensitiveVariables, archive, launcher, identity, branch);
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
