package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.ResumeOffer;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.OutcomeSentence;
import io.jenkins.plugins.tasker.report.TaskOutput;
import io.jenkins.plugins.tasker.report.html.RunParts;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;

/** The page of one run, {@code tasker/N} below its build. It requires permission to read the build. */
@ExportedBean(defaultVisibility = 3)
public final class RunPage {

    /** The style classes of Jenkins tables. */
    private static final String TABLE = "jenkins-table jenkins-table--small executions";

    private final TaskerRunAction action;
    private final Run<?, ?> build;
    private final RunEntry entry;
    private final RunDirectory directory;

    RunPage(TaskerRunAction action, RunEntry entry) {
        this.action = action;
        this.build = action.getObject();
        this.entry = entry;
        this.directory = RunDirectory.of(build.getRootDir().toPath(), entry.number());
    }

    private RecordedRunFile record() {
        return RecordedRunFile.read(directory.journal());
    }

    private RunRecord outline() {
        return RecordedRunFile.outline(directory.journal());
    }

    /** Returns the build, under the name that the layout of Jenkins pages expects. */
    public Run<?, ?> getObject() {
        return build;
    }

    /** Returns all runs of this build. */
    public List<RunPage> getSiblings() {
        return action.getRuns();
    }

    /** Returns the address of the runs of the job, relative to the root of Jenkins; empty if the job has no such page. */
    public String getJobRunsUrl() {
        return action.getJobRunsUrl();
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported
    public String getBuild() {
        return build.getExternalizableId();
    }

    @Exported
    public int getNumber() {
        return entry.number();
    }

    /** Returns the base name of the task file. */
    @Exported
    public String getFile() {
        return entry.file();
    }

    /** Returns the file, followed by the parallel branch of the script if there is one. */
    public String getLabel() {
        return entry.label();
    }

    @Exported
    public String getProject() {
        return entry.project();
    }

    /** Returns the address of the project, relative to the root of Jenkins; empty without project. */
    public String getProjectUrl() {
        return entry.project().isEmpty() ? "" : ProjectAddress.of(entry.project());
    }

    public String getDisplayName() {
        return entry.label();
    }

    /** Returns the address of this page, relative to the root of Jenkins. */
    @Exported
    public String getUrl() {
        return url(build, entry.number());
    }

    static String url(Run<?, ?> build, int number) {
        return build.getUrl() + "tasker/" + number + "/";
    }

    @Exported
    public boolean isRunning() {
        return entry.isRunning();
    }

    /** Returns the state of the run in one word, as in the project summary (rule 16.8). */
    @Exported
    public String getStatus() {
        return getListed().status();
    }

    /** Returns the style class of the outcome. */
    public String getOutcomeClass() {
        return isRunning() ? "going" : getListed().status().equals("SUCCESS") ? "good" : "bad";
    }

    /** Returns whether the run has a record; otherwise the page shows only a sentence. */
    public boolean isRecorded() {
        return outline().started().isPresent();
    }

    /** Returns the run as an entry of lists. */
    public ListedRun getListed() {
        return new ListedRun(build, entry, outline());
    }

    @Exported
    public Integer getExitCode() {
        return getListed().exitCode().orElse(null);
    }

    @Exported
    public Long getStart() {
        return outline().started().map(started -> started.time().toEpochMilli()).orElse(null);
    }

    /** Returns the milliseconds from the start to the last recorded event. */
    @Exported
    public long getDuration() {
        return outline().wallTime().toMillis();
    }

    @Exported
    public String getSha256() {
        return outline().started().map(RunEvent.RunStarted::sha256).orElse(null);
    }

    /** Returns the outcome as a sentence. */
    @Exported(visibility = 1)
    public String getOutcome() {
        if (entry.isWaiting()) {
            return Messages.RunPage_waiting();
        }
        return OutcomeSentence.of(
                record(),
                isRunning(),
                entry.unrecordedEnd().map(UnrecordedEnd::outcome).orElse(""));
    }

    /** Returns the executions of tasks in the order of their starts. */
    @Exported(visibility = 1, inline = true)
    public List<ExportedTask> getTasks() {
        return record().run().tasks().stream()
                .map(task -> new ExportedTask(task, isRunning(), directory.outputs()))
                .toList();
    }

    public RunParts getParts() {
        return parts(record());
    }

    private RunParts parts(RecordedRunFile file) {
        return new RunParts(file.run(), ViewerZone.get(), isRunning(), TABLE).with(directory.outputs());
    }

    /** Returns how many events the page shows; the script sends the number with its request for changes. */
    public long getEvents() {
        return record().run().events();
    }

    public boolean isTaskFileKept() {
        return Files.exists(directory.taskFile());
    }

    /** Serves the task file of the run. */
    @GET
    public HttpResponse doTaskFile() {
        build.checkPermission(Item.READ);
        return PlainTextResponse.of(directory.taskFile());
    }

    /**
     * Serves the output of an execution of a task.
     *
     * @param complete whether to serve the stored output as a file, instead of the parts that the record holds
     */
    @GET
    public HttpResponse doOutput(@QueryParameter String task, @QueryParameter boolean complete) {
        build.checkPermission(Item.READ);
        return TaskOutput.find(record().run(), Util.fixNull(task))
                .map(found -> complete
                        ? PlainTextResponse.complete(found, directory.outputs(), entry.file() + "-" + build.getNumber())
                        : PlainTextResponse.of(TaskOutput.of(found)))
                .orElseGet(HttpResponses::notFound);
    }

    /** Returns whether the page may still change: the run is running, or the build, after which the run can be resumed. */
    public boolean isLive() {
        return isRunning() || build.isBuilding();
    }

    /**
     * Serves the parts of a page that changed since it was rendered.
     *
     * @param events number of events that the page shows
     * @param running whether the page shows a running run
     * @param pictures whether to redraw the parts without new events, since bars of running tasks grow
     */
    @GET
    public HttpResponse doChanges(
            @QueryParameter long events, @QueryParameter boolean running, @QueryParameter boolean pictures) {
        build.checkPermission(Item.READ);
        boolean live = isRunning();
        RunPageUpdate.State state = new RunPageUpdate.State(live, isLive(), getStatus());
        RecordedRunFile now = record();
        long all = now.run().events();
        boolean same = events == all && running == live && !(live && pictures);
        // A page that shows more has another record; it gets every row.
        String html = same ? "" : parts(now).changes(events > all ? 0 : events);
        return new RunPageUpdate(all, state, html);
    }

    /** Returns the form that resumes this run. */
    public ResumeForm getResumeForm() {
        return new ResumeForm(build, entry, record());
    }

    /** Returns the numbers of the builds that resumed this run. */
    public List<Integer> getResumedBy() {
        return entry.resumedBy();
    }

    /**
     * Schedules a build that resumes this run.
     *
     * @param startFrom id of the first task; by default the first one that failed or whose end is unknown
     * @param acceptUnknown whether the user checked the hosts of commands with an unknown end
     */
    @RequirePOST
    public HttpResponse doResume(@QueryParameter String startFrom, @QueryParameter boolean acceptUnknown) {
        build.getParent().checkPermission(Item.BUILD);
        try {
            return new ScheduledResponse(getUrl(), newResumeRequest().schedule(Util.fixNull(startFrom), acceptUnknown));
        } catch (ResumeOffer.RefusedException e) {
            throw HttpResponses.errorWithoutStack(
                    e.isBadRequest() ? HttpURLConnection.HTTP_BAD_REQUEST : HttpURLConnection.HTTP_CONFLICT,
                    Messages.ResumeRequest_cannotResume(e.getMessage()));
        }
    }

    /** Serves {@code scheduled/ITEM}, the way to a build that resumes this run; null if Jenkins no longer knows the queue item. */
    @CheckForNull
    public ScheduledBuild getScheduled(String item) {
        return ScheduledBuild.find(build.getParent(), item);
    }

    ResumeRequest newResumeRequest() {
        return new ResumeRequest(build, entry, record());
    }

    /** Returns the approval of the plan, pending or decided; null for a run without approval. */
    @CheckForNull
    public ApprovalPage getApproval() {
        return entry.isWaiting() || entry.decision().isPresent() ? new ApprovalPage(build.getParent(), entry) : null;
    }
}
