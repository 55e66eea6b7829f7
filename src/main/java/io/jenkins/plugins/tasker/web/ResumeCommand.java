package io.jenkins.plugins.tasker.web;

import hudson.Extension;
import hudson.cli.CLICommand;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Queue;
import io.jenkins.plugins.tasker.journal.ResumeOffer;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** Resumes a run from the command line: {@code tasker-resume JOB BUILD}, as the form on the page of the run does. */
@Extension
public final class ResumeCommand extends CLICommand {

    @Argument(metaVar = "JOB", usage = "Name of the job", index = 0, required = true)
    public Job<?, ?> job;

    @Argument(metaVar = "BUILD", usage = "Number of the build to resume", index = 1, required = true)
    public int build;

    @Option(name = "--run", metaVar = "N", usage = "Number of the run within the build (default: 1)")
    public int run = 1;

    @Option(
            name = "--start-from",
            metaVar = "ID",
            usage = "First task to run (default: the first one that failed or whose end is unknown)")
    public String startFrom = "";

    @Option(name = "--accept-unknown", usage = "Confirm that you checked the hosts of commands with an unknown end")
    public boolean acceptUnknown;

    @Override
    public String getName() {
        return "tasker-resume";
    }

    @Override
    public String getShortDescription() {
        return Messages.ResumeCommand_shortDescription();
    }

    @Override
    protected int run() {
        job.checkPermission(Item.BUILD);
        RunPage page = page();
        try {
            Queue.Item item = page.newResumeRequest().schedule(startFrom, acceptUnknown);
            stdout.println(Messages.ResumeCommand_scheduled(Long.toString(item.getId())));
            return 0;
        } catch (ResumeOffer.RefusedException e) {
            String refused = Messages.ResumeRequest_cannotResume(e.getMessage());
            throw e.isBadRequest() ? new IllegalArgumentException(refused) : new IllegalStateException(refused);
        }
    }

    private RunPage page() {
        TaskerRunAction runs = TaskerRunAction.find(job, build);
        RunPage page = runs == null ? null : runs.getDynamic(Integer.toString(run));
        if (page == null) {
            throw new IllegalArgumentException(
                    Messages.ResumeCommand_noRun(Integer.toString(build), job.getFullName(), Integer.toString(run)));
        }
        return page;
    }
}
