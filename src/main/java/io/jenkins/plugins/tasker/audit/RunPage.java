package io.jenkins.plugins.tasker.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunFile;
import io.jenkins.plugins.tasker.report.OutcomeSentence;
import io.jenkins.plugins.tasker.report.RunParts;
import io.jenkins.plugins.tasker.report.TaskOutput;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;

/** The page of one run, {@code tasker/N} below its build. Whoever may read the build may read it. */
public final class RunPage {

    /** How Jenkins' own tables look. */
    private static final String TABLE = "jenkins-table jenkins-table--small executions";

    private final TaskerRunAction action;
    private final Run<?, ?> build;
    private final RunEntry entry;
    private final RunDirectory directory;
    private final RunFile record;

    RunPage(TaskerRunAction action, RunEntry entry) {
        this.action = action;
        this.build = action.getObject();
        this.entry = entry;
        this.directory = RunDirectory.of(build.getRootDir().toPath(), entry.number());
        this.record = RunFile.read(directory.journal());
    }

    /** The build; so the frame of Jenkins' pages calls it. */
    public Run<?, ?> getObject() {
        return build;
    }

    /** All runs of this build. */
    public List<RunPage> getSiblings() {
        return action.getRuns();
    }

    public int getNumber() {
        return entry.number();
    }

    /** Base name of the task file. */
    public String getFile() {
        return entry.file();
    }

    public String getProject() {
        return entry.project();
    }

    public String getDisplayName() {
        return "Tasks of " + entry.file();
    }

    /** Relative to the root of Jenkins. */
    public String getUrl() {
        return url(build, entry.number());
    }

    static String url(Run<?, ?> build, int number) {
        return build.getUrl() + "tasker/" + number + "/";
    }

    public boolean isRunning() {
        return entry.isRunning();
    }

    /** Whether there is more to be shown than a sentence. */
    public boolean isRecorded() {
        return record.isStarted();
    }

    /** How many events the page tells; who asks for changes says it. */
    public int getEvents() {
        return record.events().size();
    }

    public RunParts getParts() {
        return new RunParts(record.run(), ZoneId.systemDefault(), isRunning(), TABLE);
    }

    public String getOutcome() {
        return OutcomeSentence.of(record, isRunning(), Util.fixNull(entry.unrecorded()));
    }

    public boolean isTaskFileKept() {
        return Files.exists(directory.taskFile());
    }

    /** The task file as it was run. */
    @GET
    public HttpResponse doTaskFile() {
        build.checkPermission(Item.READ);
        return PlainText.of(directory.taskFile());
    }

    /** What an execution of a task printed. */
    @GET
    public HttpResponse doOutput(@QueryParameter String task) {
        build.checkPermission(Item.READ);
        return TaskOutput.of(record.run(), Util.fixNull(task))
                .map(PlainText::of)
                .orElseGet(HttpResponses::notFound);
    }

    /**
     * What a page has to replace that told a number of events.
     *
     * @param pictures whether it wants its pictures replaced, too
     */
    @GET
    public HttpResponse doChanges(@QueryParameter int events, @QueryParameter boolean pictures) {
        build.checkPermission(Item.READ);
        List<RunEvent> all = record.events();
        int known = Math.max(0, Math.min(events, all.size()));
        boolean nothing = isRunning() && known == all.size() && !pictures;
        String html = nothing ? "" : getParts().changes(all.subList(known, all.size()), pictures);
        return new RunChanges(all.size(), isRunning(), html);
    }

    /** What can be done to go on from this run. */
    public ResumeForm getResumeForm() {
        return new ResumeForm(build, entry, record);
    }

    /** The builds that went on from this run. */
    public List<Integer> getResumedBy() {
        return entry.resumedBy();
    }

    /**
     * Goes on from this run in a new build.
     *
     * @param startFrom id of the task to start with; without it the first one that failed or has no known end
     * @param acceptUnknown whether the commands without a known end were looked at
     */
    @RequirePOST
    public HttpResponse doResume(@QueryParameter String startFrom, @QueryParameter boolean acceptUnknown) {
        build.getParent().checkPermission(Item.BUILD);
        Queue.Item item = new ResumeRequest(build, entry, record).schedule(Util.fixNull(startFrom), acceptUnknown);
        return new Scheduled(build.getParent(), item);
    }

    /** The plan that waits for an answer; null if none does. */
    @CheckForNull
    public ApprovalPage getApproval() {
        PendingApproval pending = entry.approval();
        return pending == null ? null : new ApprovalPage(build.getParent(), pending);
    }
}
