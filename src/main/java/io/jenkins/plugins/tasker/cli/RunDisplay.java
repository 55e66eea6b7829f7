package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.session.RunObservers;
import io.jenkins.plugins.tasker.validation.HostValidation;
import io.jenkins.plugins.tasker.validation.ReportLine;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** What stdout shows of a run: the lines of the log, the live view, or nothing but findings in a machine format. */
interface RunDisplay {

    PrintStream out();

    /** Returns the sinks of the log that write to stdout. */
    List<LogSink> sinks();

    /** Returns the listeners of the run, which is about to start. */
    default List<RunListener> listeners() {
        return List.of();
    }

    /** Returns whether lines of the log have check marks in front of words. */
    default boolean symbols() {
        return false;
    }

    /** Receives a line of output of a running command ({@code --stream}), which the log has, too. */
    default void streamed(String line) {}

    /** Receives the progress of the host tests, on several threads, one call at a time. */
    default void testing(int done, int hosts) {}

    /** Receives the result of the checks. */
    default void validated(
            CheckedText checked, TaskFileValidation tasks, Optional<HostValidation> hosts, List<ReportLine> lines) {}

    /** Returns the approval of a plan, which this display may have to show first. */
    default RunObservers.Approval approval(RunObservers.Approval prompt) {
        return prompt;
    }

    /**
     * Called last.
     *
     * @param run without a start if the run ended before its first task
     */
    default void ended(int exitCode, RunRecord run, LoggedAs logged) {}

    /** A task file whose text is shown with secrets masked. */
    record CheckedText(String text, Secrets secrets) {}

    /**
     * Where the run is recorded.
     *
     * @param log path of the log file
     * @param record name of the record
     */
    record LoggedAs(String log, String record) {}

    /** Leaves stdout to findings in a machine format. */
    static RunDisplay nothing(PrintStream out) {
        return new RunDisplay() {

            @Override
            public PrintStream out() {
                return out;
            }

            @Override
            public List<LogSink> sinks() {
                return List.of();
            }
        };
    }
}
