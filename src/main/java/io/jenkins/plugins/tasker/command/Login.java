package io.jenkins.plugins.tasker.command;

import java.util.List;
import java.util.Map;

/**
 * How the commands of an execution type identify themselves to the other side.
 *
 * @param environment variables that the commands get besides those they inherit; may hold secrets
 * @param options what {@code {login}} in a template stands for; everybody on the machine can see them, so no secrets
 */
public record Login(Map<String, String> environment, List<String> options) {

    public static final Login NONE = new Login(Map.of(), List.of());

    public Login {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
    }

    /** Without the values of variables, for logs. */
    @Override
    public String toString() {
        return "variables " + environment.keySet() + ", options " + options;
    }
}
