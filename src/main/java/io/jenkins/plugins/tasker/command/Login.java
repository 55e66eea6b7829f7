package io.jenkins.plugins.tasker.command;

import java.util.List;
import java.util.Map;

/**
 * The credentials of an execution type's commands.
 *
 * @param environment variables added to the inherited environment; may contain secrets
 * @param options value of {@code {login}} in a template; must not contain secrets, because all users of the machine can see
 *     them
 */
public record Login(Map<String, String> environment, List<String> options) {

    public static final Login NONE = new Login(Map.of(), List.of());

    public Login {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
    }

    /** Omits the values of variables, for logs. */
    @Override
    public String toString() {
        return "variables " + environment.keySet() + ", options " + options;
    }
}
