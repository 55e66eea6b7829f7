package io.jenkins.plugins.tasker.steps;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.tasker.text.Level;

/** Lists the log levels for a form. */
public final class LogLevels {

    private LogLevels() {}

    /** @param present the saved value; it remains a choice even if it is unknown, so that saving the form keeps it */
    public static ListBoxModel choices(String present) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.LogLevels_default(Level.INFO), "");
        for (Level level : Level.values()) {
            choices.add(level.name(), level.name());
        }
        if (present != null && choices.stream().noneMatch(choice -> choice.value.equals(present))) {
            choices.add(present, present);
        }
        return choices;
    }
}
