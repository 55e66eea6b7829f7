package io.jenkins.plugins.tasker.web;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How the task file of a run differs from the version that a later build of the same job ran: the newest one that is known
 * before a new build has fetched it.
 */
public final class TaskFileChange {

    /** Far enough back for the versions that matter, near enough to load them at once. */
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
            // Without one of the versions there is nothing to compare.
            return new TaskFileChange(laterBuild, List.of());
        }
    }

    private static Path file(Run<?, ?> build, RunEntry entry) {
        return RunDirectory.of(build.getRootDir().toPath(), entry.number()).taskFile();
    }

    public boolean isChanged() {
        return !lines.isEmpty();
    }

    /** The build that ran the newer version. */
    public int getBuild() {
        return build;
    }

    /** Changed lines with some of their surroundings. */
    public List<TextDifference.Line> getLines() {
        return lines;
    }
}
