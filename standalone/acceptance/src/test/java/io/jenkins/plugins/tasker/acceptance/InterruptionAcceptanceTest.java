package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Builds of fifty tasks each, some at a time, while the controller is killed, or the agent disconnected, at random points:
 * each task runs exactly once.
 */
@ExtendWith(InstalledPlugin.class)
class InterruptionAcceptanceTest {

    private static final int LONGEST_PAUSE_MILLIS = Integer.getInteger("jenkins.pause", 8000);
    private static final int BUILDS_AT_A_TIME = Integer.getInteger("jenkins.builds", 4);

    private final JenkinsServer jenkins = JenkinsServer.given();
    private final Random random = new Random(Long.getLong("jenkins.seed", 1));
    private final InterruptionTally tally = new InterruptionTally();

    private interface Interruption {

        /** Whether there was something to interrupt. */
        boolean happens(FiftyTasks build) throws IOException, InterruptedException;
    }

    @Test
    @EnabledIfSystemProperty(named = "jenkins.kill", matches = ".+")
    void noTaskShouldRunTwiceOrGetLostWhileTheControllerIsKilled() throws Exception {
        interrupted(Integer.getInteger("jenkins.kills", 10), build -> {
            shell(System.getProperty("jenkins.kill"));
            shell(System.getProperty("jenkins.start"));
            return true;
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "jenkins.disconnects", matches = "[1-9][0-9]*")
    void noTaskShouldRunTwiceOrGetLostWhileTheAgentIsDisconnected() throws Exception {
        interrupted(Integer.getInteger("jenkins.disconnects"), FiftyTasks::disconnect);
    }

    /** As many builds as it takes for so many interruptions of running ones. */
    private void interrupted(int times, Interruption interruption) throws Exception {
        while (tally.interruptions() < times) {
            List<FiftyTasks> builds = Stream.generate(() -> FiftyTasks.start(jenkins))
                    .limit(BUILDS_AT_A_TIME)
                    .toList();
            builds.forEach(FiftyTasks::awaitFirstTask);
            while (tally.interruptions() < times && builds.stream().anyMatch(FiftyTasks::hasTasksLeft)) {
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                List<FiftyTasks> hit =
                        builds.stream().filter(FiftyTasks::hasTasksLeft).toList();
                if (!hit.isEmpty() && interruption.happens(hit.get(0))) {
                    tally.interrupted(hit);
                    awaitJenkins();
                }
            }
            builds.forEach(build -> build.endsWithin(tally));
            System.out.println(tally);
        }
        assertThat(tally.problems()).as(tally.toString()).isEmpty();
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
