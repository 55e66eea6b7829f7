package io.jenkins.plugins.tasker.web;

import hudson.Extension;
import hudson.cli.CLICommand;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.ResumeOffer;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code tasker-resume JOB BUILD}: what the form on the page of a run does, from the command line of Jenkins. */
@Extension
public final class ResumeCommand extends CLICommand {

    @Argument(metaVar = "JOB", usage = "Name of the job", index = 0, required = true)
    public Job<?, ?> job;

    @Argument(metaVar = "BUILD", usage = "Number of the build to go on from", index = 1, required = true)
    public int build;

    @Option(name = "--run", metaVar = "N", usage = "Which run of a task file within the build (default: 1)")
    public int run = 1;

    @Option(
            name = "--start-from",
            metaVar = "ID",
            usage = "Task to start with (default: the first one that failed or has no known end)")
    public String startFrom = "";

    @Option(name = "--accept-unknown", usage = "The commands without a known end were looked at")
    public boolean acceptUnknown;

    @Override
    public String getName() {
        return "tasker-resume";
    }

    @Override
    public String getShortDescription() {
        return "Goes on from a run of a task file in a new build.";
    }

    @Override
    protected int run() {
        job.checkPermission(Item.BUILD);
        RunPage page = page();
        try {
            Queue.Item item = page.newResumeRequest().schedule(startFrom, acceptUnknown);
            stdout.println("Scheduled as item " + item.getId() + " of the queue");
            return 0;
        } catch (ResumeOffer.RefusedException e) {
            String refused = "This run cannot be resumed: " + e.getMessage();
            throw e.isBadRequest() ? new IllegalArgumentException(refused) : new IllegalStateException(refused);
        }
    }

    private RunPage page() {
        Run<?, ?> found = job.getBuildByNumber(build);
        TaskerRunAction runs = found == null ? null : found.getAction(TaskerRunAction.class);
        RunPage page = runs == null ? null : runs.getDynamic(Integer.toString(run));
        if (page == null) {
            throw new IllegalArgumentException("Build #" + build + " of " + job.getFullName()
                    + " does not exist, or had no run " + run + " of a task file");
        }
        return page;
    }
}
