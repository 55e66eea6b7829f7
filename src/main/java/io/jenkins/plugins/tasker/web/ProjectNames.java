package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.tasker.journal.FileCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records the project names of the runs of a job in a file in the directory of the job. The summary of a project finds its
 * jobs in these files instead of reading all builds. The file moves and disappears with its job. It is empty for a job whose runs
 * belong to no project.
 */
@Extension
@SuppressWarnings("rawtypes") // RunListener passes raw builds
public final class ProjectNames extends RunListener<Run> {

    private static final Logger LOGGER = Logger.getLogger(ProjectNames.class.getName());
    private static final FileCache<Set<String>> CACHE = new FileCache<>(10_000, ProjectNames::read);

    public ProjectNames() {
        super(Run.class);
    }

    /** Returns the project names of a job. */
    static Set<String> of(Job<?, ?> job) {
        Path file = file(job);
        try {
            return Files.exists(file) ? CACHE.get(file) : Set.of();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + file + "; project summaries lack this job");
            return Set.of();
        }
    }

    /** Returns whether a build of the job that ran a task file has ended. */
    static boolean isKept(Job<?, ?> job) {
        return Files.exists(file(job));
    }

    private static Set<String> read(Path file) throws IOException {
        return Set.copyOf(Files.readAllLines(file));
    }

    private static Path file(Job<?, ?> job) {
        return job.getRootDir().toPath().resolve("tasker-projects.txt");
    }

    @Override
    public void onCompleted(Run build, @NonNull TaskListener console) {
        Run<?, ?> completed = build;
        TaskerRunAction action = completed.getAction(TaskerRunAction.class);
        if (action != null) {
            add(
                    completed.getParent(),
                    action.getRuns().stream().map(RunPage::getProject).toList());
        }
    }

    private static synchronized void add(Job<?, ?> job, List<String> projects) {
        Set<String> names = new TreeSet<>(projects);
        names.remove("");
        names.removeAll(of(job));
        if (names.isEmpty() && isKept(job)) {
            return;
        }
        try {
            Files.write(file(job), names, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The summaries of " + names + " will lack " + job.getFullName());
        }
    }
}
