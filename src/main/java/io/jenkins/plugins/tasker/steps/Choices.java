package io.jenkins.plugins.tasker.steps;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.tasker.run.UnhandledFailures;
import io.jenkins.plugins.tasker.text.Level;
import java.util.Arrays;
import java.util.stream.Stream;

/** Lists the values of a parameter for a form. The empty value selects the default. */
public final class Choices {

    private Choices() {}

    /** @param present the saved value; it remains a choice even if it is unknown, so that saving the form keeps it */
    public static ListBoxModel logLevels(String present) {
        return of(Level.INFO.name(), Arrays.stream(Level.values()).map(Level::name), present);
    }

    /** @param present the saved value; it remains a choice even if it is unknown, so that saving the form keeps it */
    static ListBoxModel unhandledFailures(String present) {
        return of(
                UnhandledFailures.UNSTABLE.key(),
                Arrays.stream(UnhandledFailures.values()).map(UnhandledFailures::key),
                present);
    }

    private static ListBoxModel of(String standard, Stream<String> names, String present) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.Choices_default(standard), "");
        names.forEach(name -> choices.add(name, name));
        if (present != null && choices.stream().noneMatch(choice -> choice.value.equals(present))) {
            choices.add(present, present);
        }
        return choices;
    }
}
