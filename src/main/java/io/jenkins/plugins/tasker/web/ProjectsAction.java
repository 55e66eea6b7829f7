package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Api;
import hudson.model.Job;
import hudson.model.RootAction;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The projects that runs of task files name, each over all jobs that the viewer may read: {@code /tasker}. Pages of runs and
 * jobs lead here; a link on every page of Jenkins would be of no use to most.
 */
@Extension
@ExportedBean
public final class ProjectsAction implements RootAction {

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Projects of task runs";
    }

    @Override
    public String getUrlName() {
        return "tasker";
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported
    public List<ProjectPage> getProjects() {
        Map<String, List<Job<?, ?>>> jobs = new TreeMap<>();
        // Gives only what the viewer may read.
        for (Job<?, ?> job : Jenkins.get().allItems(Job.class)) {
            ProjectNames.of(job)
                    .forEach(name -> jobs.computeIfAbsent(LogFileSet.harmless(name), key -> new ArrayList<>())
                            .add(job));
        }
        return jobs.entrySet().stream()
                .map(project -> new ProjectPage(project.getKey(), project.getValue()))
                .toList();
    }

    /** Stapler: {@code project/NAME}; names are those of the files, as in rule 16.6. */
    @CheckForNull
    public ProjectPage getProject(String name) {
        return getProjects().stream()
                .filter(project -> project.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
