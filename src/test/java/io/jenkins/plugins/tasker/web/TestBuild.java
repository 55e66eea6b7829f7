package io.jenkins.plugins.tasker.web;

import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A build with a directory and actions, without Jenkins. */
public final class TestBuild extends Run<TestBuild.TestJob, TestBuild> {

    /** A job with its builds. */
    public static final class TestJob extends Job<TestJob, TestBuild> {

        private final TreeMap<Integer, TestBuild> builds = new TreeMap<>();

        public TestJob() {
            super(null, "deploy");
        }

        @Override
        public TestBuild getBuildByNumber(int number) {
            return builds.get(number);
        }

        @Override
        public TestBuild getLastBuild() {
            return builds.isEmpty() ? null : builds.lastEntry().getValue();
        }

        @Override
        public boolean isBuildable() {
            return true;
        }

        @Override
        protected SortedMap<Integer, TestBuild> _getRuns() {
            return builds;
        }

        @Override
        protected void removeRun(TestBuild build) {
            builds.values().remove(build);
        }
    }

    private final Path directory;
    private final int number;
    private final List<Action> attached = new ArrayList<>();
    private Result result;

    /** Creates the only build of a job. */
    public TestBuild(Path directory) {
        this(new TestJob(), directory);
    }

    /** Creates the next build of a job. */
    public TestBuild(TestJob job, Path directory) {
        super(job, new GregorianCalendar());
        this.directory = directory;
        this.number = job.builds.size() + 1;
        job.builds.put(number, this);
    }

    @Override
    public void setResult(Result result) {
        this.result = result;
    }

    @Override
    public Result getResult() {
        return result;
    }

    @Override
    public int getNumber() {
        return number;
    }

    @Override
    public TestBuild getPreviousBuild() {
        return getParent().builds.get(number - 1);
    }

    @Override
    public boolean isBuilding() {
        return false;
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
    public String getExternalizableId() {
        return "deploy#" + number;
    }

    @Override
    public void addAction(Action action) {
        attached.add(action);
        super.addAction(action);
    }

    /** Returns the stored actions; a real build adds those of other plugins. */
    @Override
    public <T extends Action> List<T> getActions(Class<T> type) {
        return attached.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public <T extends Action> T getAction(Class<T> type) {
        return getActions(type).stream().findFirst().orElse(null);
    }

    @Override
    public void save() {
        // tests keep no build
    }
}
