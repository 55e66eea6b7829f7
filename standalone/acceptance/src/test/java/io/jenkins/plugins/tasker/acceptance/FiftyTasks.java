package io.jenkins.plugins.tasker.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Pipeline of fifty commands. Each command appends its number to a file of the workspace. */
record FiftyTasks(JenkinsServer jenkins, Job job, Build build) {

    static final int TASKS = 50;

    /** Number of the group. */
    private static final int GROUP = 30;

    /** Offset of the task numbers of its members. */
    private static final int MEMBERS = 100;

    private static final Pattern LOCATION = Pattern.compile("Running on (\\S+) in (\\S+)");
    private static final Pattern STARTED = Pattern.compile("] Task (?:" + GROUP + "-1)?0*(\\d+): Executing");
    private static final Pattern RAN = Pattern.compile("ran (\\d+)");

    static FiftyTasks start(JenkinsServer jenkins) {
        Job job = Job.pipeline(
                jenkins, taskFile(), "taskerRun file: 'deploy.txt', type: 'local', skipHostValidation: true");
        return new FiftyTasks(jenkins, job, job.start());
    }

    private static String taskFile() {
        List<String> lines = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (int i = 1; i <= TASKS; i++) {
            boolean member = i > 20 && i <= 40;
            int id = member ? i + MEMBERS : i;
            lines.add("task=" + id);
            lines.add("hostname=h");
            lines.add("command=sh -c 'echo ran " + i + " >>ran; sleep " + i % 4 + "; echo out " + i + "'");
            lines.add("success=stdout~out " + i);
            if (member) {
                members.add(Integer.toString(id));
            }
        }
        lines.add("task=" + GROUP);
        lines.add("type=parallel");
        lines.add("max_parallel=3");
        lines.add("tasks=" + String.join(",", members));
        return String.join("\n", lines);
    }

    void awaitFirstTask() {
        build.awaitConsole("run starts at task");
    }

    boolean hasTasksLeft() {
        return build.json("api/json?tree=building").path("building").asBoolean()
                && !build.console().contains("=== Run ended");
    }

    /** Waits until the run starts another command, or ends. */
    void awaitProgress() {
        long before = startsInConsole();
        Poll.until(
                Poll.RECONNECTION,
                "the run starts another command",
                () -> startsInConsole() > before || !hasTasksLeft() ? Optional.of(true) : Optional.empty());
    }

    private long startsInConsole() {
        return STARTED.matcher(build.console()).results().count();
    }

    boolean isConnected() {
        return jenkins.script("print " + channel() + " != null").equals("true");
    }

    /** Closes the connection of the agent as soon as it is connected. */
    void disconnect() {
        Poll.until(
                Poll.RECONNECTION,
                "the agent is connected",
                () -> jenkins.script("def channel = " + channel() + "; channel?.close(); print channel != null")
                                .equals("true")
                        ? Optional.of(true)
                        : Optional.empty());
    }

    /** Waits for the end, counts, and deletes the job unless it shows a problem. */
    void awaitEnd(InterruptionTally tally) {
        build.await(Poll.RECONNECTION);
        String console = build.console();
        if (tally.ended(console, numbers(RAN, ran()), numbers(STARTED, console))) {
            job.close();
        }
    }

    /** Reads the file on the agent, as soon as the agent is connected. */
    private String ran() {
        String file = Job.groovy(location().group(2) + "/ran");
        return Poll.until(Poll.RECONNECTION, "the agent is connected", () -> {
            String answer = jenkins.script("def channel = " + channel()
                    + "; print channel == null ? '' : '=' + new hudson.FilePath(channel, " + file + ").readToString()");
            return answer.startsWith("=") ? Optional.of(answer) : Optional.empty();
        });
    }

    private String channel() {
        return "jenkins.model.Jenkins.get().getComputer("
                + Job.groovy(location().group(1)) + ").channel";
    }

    private Matcher location() {
        Matcher location = LOCATION.matcher(build.console());
        if (!location.find()) {
            throw new AssertionError("the console does not name the node of the build");
        }
        return location;
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .toList();
    }
}
