package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.ArgvTemplate.InvalidTemplateException;
import io.jenkins.plugins.tasker.taskfile.HostName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Defines how commands reach a host (rules 5.1 to 5.4).
 *
 * @param run template of a command's argv
 * @param test template of the connection test's argv; empty if the type has no test
 * @param fallback program that replaces the first word of a template if only the fallback is available
 * @param quoting how arguments are passed
 * @param login how commands authenticate; {@link Login#NONE} by default
 * @param onNode whether the host name is the name of a node that runs the command itself (see {@link CommandRunner#node});
 *     false by default
 */
public record ExecutionType(
        String name,
        ArgvTemplate run,
        Optional<ArgvTemplate> test,
        Optional<String> fallback,
        Quoting quoting,
        Login login,
        boolean onNode) {

    /** Name of the type that runs commands on this machine and reads {@code command} by rule 5.7. */
    public static final String LOCAL = "local";

    /** Options of ssh that share connections. */
    private static final Pattern SHARING = Pattern.compile("(?i:(?:-o)?Control.*)|-[MSO].*");

    /** Pattern of names. */
    static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

    public ExecutionType {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of an execution type");
        }
    }

    public ExecutionType(
            String name, ArgvTemplate run, Optional<ArgvTemplate> test, Optional<String> fallback, Quoting quoting) {
        this(name, run, test, fallback, quoting, Login.NONE, false);
    }

    /** Creates the type that runs each command on the node with the task's host name. */
    public static ExecutionType onNodes(String name) {
        ExecutionType plain = of(name, Map.of(ExecutionTypeField.RUN, "{command} {arguments}"));
        return new ExecutionType(name, plain.run, plain.test, plain.fallback, plain.quoting, plain.login, true);
    }

    /**
     * Creates a type from the texts of its fields.
     *
     * @param texts must include {@code RUN}; an empty text has the effect of a missing one
     * @throws IllegalArgumentException if a text has a {@link ExecutionTypeField#problem}
     */
    public static ExecutionType of(String name, Map<ExecutionTypeField, String> texts) {
        String run = texts.get(ExecutionTypeField.RUN);
        String test = texts.getOrDefault(ExecutionTypeField.TEST, "");
        String fallback = texts.getOrDefault(ExecutionTypeField.FALLBACK, "");
        String quoting = texts.getOrDefault(ExecutionTypeField.QUOTING, "");
        try {
            return new ExecutionType(
                    name,
                    ArgvTemplate.parse(run),
                    test.isBlank() ? Optional.empty() : Optional.of(ArgvTemplate.parse(test)),
                    Optional.of(fallback.strip()).filter(program -> !program.isEmpty()),
                    quoting.isBlank()
                            ? Quoting.NONE
                            : Quoting.of(quoting.strip()).orElseThrow(() -> new IllegalArgumentException(quoting)));
        } catch (InvalidTemplateException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    public ExecutionType withLogin(Login other) {
        return new ExecutionType(name, run, test, fallback, quoting, other, onNode);
    }

    public boolean isLocal() {
        return name.equals(LOCAL);
    }

    /** Whether the host name of a task has any effect. */
    public boolean usesHostname() {
        return onNode || run.uses(Placeholder.HOSTNAME);
    }

    /** Whether commands can receive this host name (rule 5.9). */
    public boolean accepts(String hostname) {
        return onNode ? HostName.isAcceptableForNode(hostname) : HostName.isAcceptable(hostname);
    }

    /** Returns whether the program reads {@code user@host} as a host name (rule 5.9). */
    public boolean readsUser() {
        return run.names("ssh");
    }

    /** Whether commands authenticate with options in addition to variables. */
    public boolean usesLogin() {
        return run.uses(Placeholder.LOGIN);
    }

    /**
     * Returns the program that this type needs (rule 14.4): the first word of the template, or the fallback in its place.
     * Empty if the template begins with the command itself.
     */
    public Optional<String> program(Programs programs) {
        return run.program().map(program -> chosen(program, programs));
    }

    /** Returns the argv of a command. */
    public List<String> argv(String hostname, String command, List<String> arguments, Programs programs) {
        List<String> quoted = arguments.stream().map(quoting::apply).toList();
        return expanded(run, hostname, command, quoted, programs);
    }

    /** Returns the argv of the connection test; empty if the type has no test. */
    public List<String> testArgv(String hostname, Programs programs) {
        return test.map(template -> expanded(template, hostname, "", List.of(), programs))
                .orElse(List.of());
    }

    /**
     * Returns the argv that connects to a host: what precedes the command. Empty unless the program is ssh and its template
     * leaves the sharing of connections to Tasker.
     */
    public Optional<List<String>> connection(String hostname, Programs programs) {
        boolean isSsh = program(programs)
                .filter(program -> program.equals("ssh") || program.endsWith("/ssh"))
                .isPresent();
        return isSsh && run.fixedWords().stream().noneMatch(SHARING.asMatchPredicate())
                ? run.through(Placeholder.HOSTNAME, Set.of(Placeholder.COMMAND, Placeholder.ARGUMENTS))
                        .map(template -> expanded(template, hostname, "", List.of(), programs))
                : Optional.empty();
    }

    private List<String> expanded(
            ArgvTemplate template, String hostname, String command, List<String> arguments, Programs programs) {
        List<String> argv = template.expand(Map.of(
                Placeholder.HOSTNAME, List.of(hostname),
                Placeholder.COMMAND, List.of(command),
                Placeholder.ARGUMENTS, arguments,
                Placeholder.LOGIN, login.options()));
        template.program().ifPresent(program -> argv.set(0, chosen(program, programs)));
        return argv;
    }

    private String chosen(String program, Programs programs) {
        return fallback.filter(other -> !programs.isAvailable(program) && programs.isAvailable(other))
                .orElse(program);
    }

    /** Written by hand, like {@link #hashCode}: generating the methods of a record would slow down the start of the JVM. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExecutionType type
                && name.equals(type.name)
                && run.equals(type.run)
                && test.equals(type.test)
                && fallback.equals(type.fallback)
                && quoting == type.quoting
                && login.equals(type.login)
                && onNode == type.onNode;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
