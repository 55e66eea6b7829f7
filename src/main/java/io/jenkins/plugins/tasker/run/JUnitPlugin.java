package io.jenkins.plugins.tasker.run;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.junit.JUnitResultArchiver;
import java.io.IOException;

/** The only class that needs the junit plugin. Without that plugin it cannot be loaded. */
final class JUnitPlugin {

    private JUnitPlugin() {}

    /** Adds test results without changing the result of the build, unlike the build step of the plugin. */
    static void addTests(Run<?, ?> build, FilePath directory, String xml, TaskListener console)
            throws IOException, InterruptedException {
        JUnitResultArchiver report = new JUnitResultArchiver(xml);
        report.setAllowEmptyResults(true);
        report.setSkipPublishingChecks(true);
        JUnitResultArchiver.parseAndSummarize(
                report, null, build, directory, new Launcher.LocalLauncher(console), console);
    }
}
