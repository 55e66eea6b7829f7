package io.jenkins.plugins.tasker.steps;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.tasker.text.Level;

/** The log levels in a form. */
public final class LogLevels {

    private LogLevels() {}

    /** @param present stays a choice even if no level is called so: a form must not change what it only shows */
    public static ListBoxModel choices(String present) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Level.INFO + " (default)", "");
        for (Level level : Level.values()) {
            choices.add(level.name(), level.name());
        }
        if (present != null && choices.stream().noneMatch(choice -> choice.value.equals(present))) {
            choices.add(present, present);
        }
        return choices;
    }
}
