package io.jenkins.plugins.tasker.web;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The difference between the task file of a run and the newest version that a later build of the same job ran. A new build
 * may fetch a still newer version.
 */
public final class TaskFileChange {

    /** Upper limit for the later builds that are searched; each is read from the disk. */
    private static final int BUILDS = 20;

    private final int build;
    private final List<TextDifference.Line> lines;

    private TaskFileChange(int build, List<TextDifference.Line> lines) {
        this.build = build;
        this.lines = lines;
    }

    static TaskFileChange since(Run<?, ?> build, RunEntry entry) {
        Run<?, ?> later = build.getParent().getLastBuild();
        for (int i = 0; i < BUILDS && later != null && later.getNumber() > build.getNumber(); i++) {
            TaskerRunAction runs = later.getAction(TaskerRunAction.class);
            if (runs != null) {
                for (RunEntry run : runs.entries()) {
                    if (run.file().equals(entry.file())) {
                        return between(file(build, entry), later.getNumber(), file(later, run));
                    }
                }
            }
            later = later.getPreviousBuild();
        }
        return new TaskFileChange(0, List.of());
    }

    private static TaskFileChange between(Path before, int laterBuild, Path now) {
        try {
            return new TaskFileChange(laterBuild, TextDifference.of(Files.readString(before), Files.readString(now)));
        } catch (IOException e) {
            // A missing version allows no comparison.
            return new TaskFileChange(laterBuild, List.of());
        }
    }

    private static Path file(Run<?, ?> build, RunEntry entry) {
        return RunDirectory.of(build.getRootDir().toPath(), entry.number()).taskFile();
    }

    public boolean isChanged() {
        return !lines.isEmpty();
    }

    /** Returns the number of the build that ran the newer version. */
    public int getBuild() {
        return build;
    }

    /** Returns the changed lines with context. */
    public List<TextDifference.Line> getLines() {
        return lines;
    }
}
