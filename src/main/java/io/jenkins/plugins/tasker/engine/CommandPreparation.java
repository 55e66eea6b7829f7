package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.Connection;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.LocalCommandLine;
import io.jenkins.plugins.tasker.command.ShellText;
import io.jenkins.plugins.tasker.hosts.MemberName;
import io.jenkins.plugins.tasker.taskfile.Invocation;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.UnbalancedQuotesException;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds the command of a task from its fields and the results of other tasks (rule 9.2, step 4).
 *
 * @param command empty if the command must not start
 * @param rejection the reason why it must not start; else empty
 */
record CommandPreparation(
        String type,
        String hostname,
        String commandLine,
        Duration timeLimit,
        Optional<Command> command,
        String rejection) {

    static CommandPreparation of(RunContext run, Task.Normal task, TaskKey key, Optional<Duration> remaining)
            throws RunEndedException {
        Invocation invocation = task.invocation();
        String typeName = invocation
                .executionType()
                .map(template -> render(run, key, "exec", template))
                .orElse(run.options.execution().defaults().executionType());
        ExecutionType type = run.types
                .find(typeName)
                .orElseThrow(() -> new RunEndedException(
                        ExitCodes.UNKNOWN_EXECUTION_TYPE,
                        "execution type '" + typeName + "' of " + key + " is not known; known are "
                                + run.types.choice()));
        String hostname = run.nodes.hostname(key, type, render(run, key, "hostname", invocation.hostname()));
        Duration own = new TaskNumbers(run, key).timeLimit(invocation.timeout());
        Duration limit = remaining.filter(left -> left.compareTo(own) < 0).orElse(own);
        List<String> argv;
        String rejection = run.options.mode().dryRun() ? "" : rejection(run, key, type, hostname);
        try {
            argv = argv(run, key, type, hostname, invocation);
        } catch (UnbalancedQuotesException | ShellText.UnsafeValueException e) {
            argv = List.of(
                    invocation.command().expanded(), invocation.arguments().expanded());
            rejection = "not started: " + e.getMessage();
        }
        Command command = new Command(key.id(), argv, limit, type.login().environment(), type.onNode() ? hostname : "")
                .over(type.connection(hostname, run.programs)
                        .map(connection -> new Connection(connection, run.hostUses.isRepeated(hostname))));
        return new CommandPreparation(
                typeName,
                hostname,
                shown(run, key, type, command, invocation),
                limit,
                rejection.isEmpty() ? Optional.of(command) : Optional.empty(),
                rejection);
    }

    /** Returns the command line for people: a shell text as its author wrote it, else the words (rule 16.2). */
    private static String shown(
            RunContext run, TaskKey key, ExecutionType type, Command command, Invocation invocation) {
        Optional<String> text = type.isLocal()
                ? LocalCommandLine.shown(invocation.command(), run.lookup(key), run.programs)
                : Optional.empty();
        if (text.isEmpty()) {
            return command.display();
        }
        String arguments = invocation.arguments().render(run.lookup(key)).text();
        return arguments.isEmpty() ? text.get() : text.get() + " " + arguments;
    }

    private static List<String> argv(
            RunContext run, TaskKey key, ExecutionType type, String hostname, Invocation invocation)
            throws UnbalancedQuotesException, ShellText.UnsafeValueException {
        List<String> unresolved = new ArrayList<>();
        Words words = Words.split(invocation.arguments());
        List<String> arguments = words.render(run.lookup(key), unresolved);
        run.warnUnresolved(key, "arguments", unresolved);
        unresolved.clear();
        String program;
        List<String> rest = arguments;
        if (type.isLocal()) {
            List<String> local =
                    LocalCommandLine.argv(invocation.command(), words, run.lookup(key), run.programs, unresolved);
            // Only empty results can leave the command without any word.
            program = local.isEmpty() ? "" : local.get(0);
            rest = local.isEmpty() ? local : local.subList(1, local.size());
        } else {
            Template.Rendered rendered = invocation.command().render(run.lookup(key));
            unresolved.addAll(rendered.unresolved());
            program = rendered.text();
        }
        run.warnUnresolved(key, "command", unresolved);
        return type.argv(hostname, program, rest, run.programs);
    }

    /** Returns why a command does not start: its host failed host validation (rule 14.7), or has an unacceptable name (rule 5.9); empty if it is accepted. */
    private static String rejection(RunContext run, TaskKey key, ExecutionType type, String hostname) {
        Optional<String> avoided = run.avoided.reason(key);
        if (avoided.isPresent()) {
            return "not started: host validation failed: " + avoided.get();
        }
        if (key.isOnHost() && !MemberName.isAcceptable(hostname)) {
            return "not started: host name '" + hostname + "' is not acceptable: " + MemberName.RULE;
        }
        if (type.isLocal()) {
            return "";
        }
        if (hostname.isEmpty()) {
            return "not started: the host name is empty";
        }
        return type.accepts(hostname)
                ? ""
                : "not started: host name '" + hostname
                        + "' is not acceptable: leading '-', white space or control character";
    }

    private static String render(RunContext run, TaskKey key, String field, Template template) {
        Template.Rendered rendered = template.render(run.lookup(key));
        run.warnUnresolved(key, field, rendered.unresolved());
        return rendered.text();
    }
}
