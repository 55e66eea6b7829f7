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
 * Lists the projects of all jobs that the user may read, at {@code /tasker}. Pages of runs and jobs link to it; the side panel
 * of Jenkins has no link, because few users need it.
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
        return Messages.ProjectsAction_displayName();
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
        // allItems returns only jobs that the user may read.
        for (Job<?, ?> job : Jenkins.get().allItems(Job.class)) {
            ProjectNames.of(job)
                    .forEach(name -> jobs.computeIfAbsent(LogFileSet.harmless(name), key -> new ArrayList<>())
                            .add(job));
        }
        return jobs.entrySet().stream()
                .map(project -> new ProjectPage(project.getKey(), project.getValue()))
                .toList();
    }

    /** Serves {@code project/NAME}, with the name in the form of file names (rule 16.6). */
    @CheckForNull
    public ProjectPage getProject(String name) {
        return getProjects().stream()
                .filter(project -> project.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
