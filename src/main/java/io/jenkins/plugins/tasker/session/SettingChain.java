package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.util.Map;
import java.util.Optional;

/** Takes the value of a setting from the first source that provides one, and remembers that source (rules 4.1, 4.2, 16.9). */
public final class SettingChain {

    /** The source of a value that nothing else provides. */
    static final String DEFAULT = "default";

    private final String name;
    private final Optional<SettingSource> found;

    private SettingChain(String name, Optional<SettingSource> found) {
        this.name = name;
        this.found = found;
    }

    /** @param name of the setting, for the log */
    public static SettingChain of(String name) {
        return new SettingChain(name, Optional.empty());
    }

    /** Adds a source. */
    public SettingChain or(Optional<String> value, String source) {
        return found.isPresent()
                ? this
                : new SettingChain(name, value.map(given -> new SettingSource(name, given, source)));
    }

    /** Adds a variable of the environment, without white space around its value; an empty one provides no value. */
    public SettingChain orVariable(Map<String, String> environment, String variable) {
        Optional<String> value = Optional.ofNullable(environment.get(variable))
                .map(WhiteSpace::trim)
                .filter(given -> !given.isEmpty());
        return or(value, "environment variable " + variable);
    }

    /** Ends the chain with a default. */
    public SettingSource orDefault(String value) {
        return found.orElseGet(() -> new SettingSource(name, value, DEFAULT));
    }
}
