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
import java.util.function.UnaryOperator;
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
        return jobs(name -> name).entrySet().stream()
                .map(project -> new ProjectPage(project.getKey(), project.getValue(), project.getKey()::equals))
                .toList();
    }

    /**
     * Serves {@code project/NAME}, and the addresses of earlier versions, which had the name in the form of file names (rule
     * 16.6): such a page shows all projects whose names have that form.
     */
    @CheckForNull
    public ProjectPage getProject(String token) {
        return getProjects().stream()
                .filter(project -> ProjectAddress.token(project.getName()).equals(token))
                .findFirst()
                .orElseGet(() -> former(token));
    }

    @CheckForNull
    private static ProjectPage former(String token) {
        List<Job<?, ?>> jobs = jobs(LogFileSet::harmless).get(token);
        return jobs == null
                ? null
                : new ProjectPage(token, jobs, name -> LogFileSet.harmless(name).equals(token));
    }

    /** Returns the jobs of each project. {@code allItems} returns only jobs that the user may read. */
    private static Map<String, List<Job<?, ?>>> jobs(UnaryOperator<String> key) {
        Map<String, List<Job<?, ?>>> jobs = new TreeMap<>();
        for (Job<?, ?> job : Jenkins.get().allItems(Job.class)) {
            ProjectNames.of(job)
                    .forEach(name -> jobs.computeIfAbsent(key.apply(name), project -> new ArrayList<>())
                            .add(job));
        }
        return jobs;
    }
}
