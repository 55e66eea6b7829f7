package io.jenkins.plugins.tasker.audit;

import hudson.model.Action;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;

/** A build that consists of its directory and its actions, and knows no Jenkins. */
public final class TestBuild extends Run<TestBuild.TestJob, TestBuild> {

    /** There is none, but a build needs the type of it. */
    public abstract static class TestJob extends Job<TestJob, TestBuild> {
        private TestJob(ItemGroup<?> parent, String name) {
            super(parent, name);
        }
    }

    private final Path directory;
    private final List<Action> attached = new ArrayList<>();

    public TestBuild(Path directory) {
        super(null, new GregorianCalendar());
        this.directory = directory;
    }

    @Override
    public File getRootDir() {
        return directory.toFile();
    }

    @Override
    public String getUrl() {
        return "job/deploy/1/";
    }

    @Override
    public void addAction(Action action) {
        attached.add(action);
        super.addAction(action);
    }

    /** A real build asks Jenkins for the actions of other plugins as well. */
    @Override
    public <T extends Action> T getAction(Class<T> type) {
        return attached.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void save() {
        // nothing survives a test
    }
}
