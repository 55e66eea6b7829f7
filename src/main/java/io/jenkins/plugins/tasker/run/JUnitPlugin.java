package io.jenkins.plugins.tasker.run;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.junit.JUnitResultArchiver;
import java.io.IOException;

/** The one class that needs the junit plugin. It must not be touched where that is missing. */
final class JUnitPlugin {

    private JUnitPlugin() {}

    /** Unlike the build step of that plugin it leaves the result of the build alone: that follows from the run. */
    static void addTests(Run<?, ?> build, FilePath directory, String xml, TaskListener console)
            throws IOException, InterruptedException {
        JUnitResultArchiver report = new JUnitResultArchiver(xml);
        report.setAllowEmptyResults(true);
        report.setSkipPublishingChecks(true);
        JUnitResultArchiver.parseAndSummarize(
                report, null, build, directory, new Launcher.LocalLauncher(console), console);
    }
}
