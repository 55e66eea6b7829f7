package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty tasks while the controller is killed, or the agent disconnected, at random points: each runs exactly once. */
@ExtendWith(InstalledPlugin.class)
class InterruptionAcceptanceTest {

    private static final int TASKS = 50;
    private static final int LONGEST_PAUSE_MILLIS = Integer.getInteger("jenkins.pause", 8000);
    private static final Pattern NODE = Pattern.compile("Running on (.+?) in ");
    private static final Pattern EXECUTING = Pattern.compile("] (Task \\S+): Executing");

    private final JenkinsServer jenkins = JenkinsServer.given();
    private final Random random = new Random(Long.getLong("jenkins.seed", 1));

    private interface Interruption {

        void happen(Build build) throws IOException, InterruptedException;
    }

    @Test
    @EnabledIfSystemProperty(named = "jenkins.kill", matches = ".+")
    void noTaskShouldRunTwiceOrGetLostWhileTheControllerIsKilled() throws Exception {
        interrupted(Integer.getInteger("jenkins.kills", 10), build -> {
            shell(System.getProperty("jenkins.kill"));
            shell(System.getProperty("jenkins.start"));
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "jenkins.disconnects", matches = "[1-9][0-9]*")
    void noTaskShouldRunTwiceOrGetLostWhileTheAgentIsDisconnected() throws Exception {
        interrupted(
                Integer.getInteger("jenkins.disconnects"),
                build -> jenkins.script(
                        "jenkins.model.Jenkins.get().getComputer(" + Job.groovy(node(build)) + ").channel?.close()"));
    }

    /** As many builds as it takes for so many interruptions of a running one. */
    private void interrupted(int times, Interruption interruption) throws Exception {
        String steps = "taskerRun file: 'deploy.txt', type: 'local', skipHostValidation: true\necho readFile('ran')";
        int left = times;
        while (left > 0) {
            try (Job job = Job.pipeline(jenkins, taskFile(), steps)) {
                Build build = job.start().awaitConsole("run starts at task");
                while (left > 0 && isRunning(build)) {
                    Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                    if (isRunning(build)) {
                        interruption.happen(build);
                        left--;
                    }
                    awaitJenkins();
                }
                check(build.await());
            }
        }
    }

    private static void check(Build build) {
        String console = build.console();
        assertThat(build.result()).as(console).isEqualTo("SUCCESS");
        List<String> ran =
                console.lines().filter(line -> line.startsWith("ran ")).toList();
        assertThat(ran).as(console).hasSize(TASKS).doesNotHaveDuplicates();
        List<String> told = EXECUTING
                .matcher(console)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(told).as(console).hasSize(TASKS).doesNotHaveDuplicates();
    }

    private static String taskFile() {
        List<String> lines = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (int i = 1; i <= TASKS; i++) {
            boolean member = i > 20 && i <= 40;
            lines.add("task=" + (member ? i + 1000 : i));
            lines.add("hostname=h");
            lines.add("command=sh -c 'echo ran " + i + " >>ran; sleep " + i % 4 * 0.3 + "; echo out " + i + "'");
            lines.add("success=stdout~out " + i);
            if (member) {
                members.add(Integer.toString(i + 1000));
            }
        }
        lines.add("task=30");
        lines.add("type=parallel");
        lines.add("max_parallel=3");
        lines.add("tasks=" + String.join(",", members));
        return String.join("\n", lines);
    }

    private static String node(Build build) {
        return NODE.matcher(build.console())
                .results()
                .findFirst()
                .map(MatchResult::group)
                .map(line -> line.substring("Running on ".length(), line.length() - " in ".length()))
                .orElseThrow();
    }

    private static boolean isRunning(Build build) {
        return build.json("api/json?tree=building").path("building").asBoolean();
    }

    private void awaitJenkins() {
        Poll.until("Jenkins answers", () -> {
            try {
                return jenkins.get("api/json").statusCode() == 200 ? Optional.of(true) : Optional.empty();
            } catch (AssertionError e) {
                return Optional.empty();
            }
        });
    }

    private static void shell(String command) throws IOException, InterruptedException {
        int exitCode =
                new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start().waitFor();
        assertThat(exitCode).as(command).isZero();
    }
}
