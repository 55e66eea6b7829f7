package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.ArgvTemplate.InvalidTemplateException;
import io.jenkins.plugins.tasker.taskfile.HostName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How commands reach a host (rules 5.1 to 5.4).
 *
 * @param run becomes the argv of a command
 * @param test becomes the argv of the connection test; empty if the type has none
 * @param fallback program that takes the place of the first word of a template if that one is not there and this one is
 * @param quoting how arguments are handed over
 * @param login how its commands identify themselves; none by default
 * @param onNode whether the host name names a node of the site that runs the commands itself, so that no program takes them
 *     there (see {@link CommandRunner#node}); false by default
 */
public record ExecutionType(
        String name,
        ArgvTemplate run,
        Optional<ArgvTemplate> test,
        Optional<String> fallback,
        Quoting quoting,
        Login login,
        boolean onNode) {

    /** The type that runs commands on this machine, and reads {@code command} by rule 5.7. */
    public static final String LOCAL = "local";

    /** What the names of types are made of. */
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

    /** The type whose commands run on the node that the host name names. */
    public static ExecutionType onNodes(String name) {
        ExecutionType plain = of(name, Map.of(ExecutionTypeField.RUN, "{command} {arguments}"));
        return new ExecutionType(name, plain.run, plain.test, plain.fallback, plain.quoting, plain.login, true);
    }

    /**
     * Creates a type from its written fields, which have no {@link ExecutionTypeField#problem}.
     *
     * @param texts {@code RUN} is required; an empty text is the same as none
     * @throws IllegalArgumentException if a field has a problem
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

    /** Whether the host name of a task makes any difference. */
    public boolean usesHostname() {
        return onNode || run.uses(Placeholder.HOSTNAME);
    }

    /** Whether its commands can get this host name (rule 5.9). */
    public boolean accepts(String hostname) {
        return onNode ? HostName.isAcceptableForNode(hostname) : HostName.isAcceptable(hostname);
    }

    /** Whether its commands identify themselves by options, not by variables alone. */
    public boolean usesLogin() {
        return run.uses(Placeholder.LOGIN);
    }

    /**
     * The program that must be there for this type to work (rule 14.4); the fallback if that is what would be used. Empty if
     * the template begins with the command itself.
     */
    public Optional<String> program(Programs programs) {
        return run.program().map(program -> chosen(program, programs));
    }

    /** The argv of a command. */
    public List<String> argv(String hostname, String command, List<String> arguments, Programs programs) {
        List<String> handedOver = arguments.stream().map(quoting::apply).toList();
        return withFallback(run, run.expand(values(hostname, command, handedOver)), programs);
    }

    /** The argv of the connection test; empty if the type has none. */
    public List<String> testArgv(String hostname, Programs programs) {
        return test.map(template -> withFallback(template, template.expand(values(hostname, "", List.of())), programs))
                .orElse(List.of());
    }

    private Map<Placeholder, List<String>> values(String hostname, String command, List<String> arguments) {
        return Map.of(
                Placeholder.HOSTNAME, List.of(hostname),
                Placeholder.COMMAND, List.of(command),
                Placeholder.ARGUMENTS, arguments,
                Placeholder.LOGIN, login.options());
    }

    private List<String> withFallback(ArgvTemplate template, List<String> argv, Programs programs) {
        template.program().ifPresent(program -> argv.set(0, chosen(program, programs)));
        return argv;
    }

    private String chosen(String program, Programs programs) {
        return fallback.filter(other -> !programs.isAvailable(program) && programs.isAvailable(other))
                .orElse(program);
    }

    /** Written down, like {@link #hashCode}: the JVM assembles those of a record at run time, when a start has no time. */
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
