package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.journal.outputs.OutputLimits;
import io.jenkins.plugins.tasker.journal.outputs.OutputStore;
import io.jenkins.plugins.tasker.journal.outputs.StoringCommandRunner;
import io.jenkins.plugins.tasker.report.log.LiveLines;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.web.RunRegistration;
import java.io.IOException;
import java.util.List;

/**
 * Where the outputs of commands go, besides the journal (rule 16.11).
 *
 * @param stream whether the console shows output while commands run
 */
record RunOutputs(boolean stream, OutputLimits limits, RunLog log) {

    List<RunListener> listeners() {
        return stream ? List.of(LiveLines.withoutLargeGroups(line -> log.write(Level.INFO, line))) : List.of();
    }

    /** Returns a runner that stores complete outputs with the build. */
    StoringCommandRunner storing(CommandRunner runner, RunRegistration registration, Secrets secrets)
            throws IOException {
        return new StoringCommandRunner(
                runner,
                new OutputStore(
                        registration.directory().outputs(),
                        registration.outputSpace(),
                        limits,
                        secrets,
                        problem -> log.write(Level.WARN, problem)));
    }
}
