package io.jenkins.plugins.tasker.run;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jenkins.model.Jenkins;
import jenkins.util.BuildListenerAdapter;

/** Stores files as artifacts of a build, with the artifact manager of its Jenkins. */
public record BuildArchive(Run<?, ?> build, TaskListener console) implements Archive {

    @Override
    public void store(Path directory, Map<String, String> files) throws IOException, InterruptedException {
        synchronized (build) {
            build.pickArtifactManager()
                    .archive(
                            new FilePath(directory.toFile()),
                            new Launcher.LocalLauncher(console),
                            BuildListenerAdapter.wrap(console),
                            files);
        }
    }

    @Override
    public boolean addTests(Path directory, String xml) throws IOException, InterruptedException {
        if (Jenkins.get().getPlugin("junit") == null) {
            return false;
        }
        JUnitPlugin.addTests(build, new FilePath(directory.toFile()), xml, console);
        return true;
    }
}
