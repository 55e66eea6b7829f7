package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kills or restarts the controller, or disconnects or kills the agent, at random points while builds of fifty tasks run, and
 * checks that each task runs exactly once. A random half of the interruptions first waits until a run starts another command, so
 * that it hits running commands and not only a reconnecting agent.
 */
@ExtendWith(InstalledPlugin.class)
class InterruptionAcceptanceTest {

    private static final int LONGEST_PAUSE_MILLIS = Integer.getInteger("jenkins.pause", 8000);
    private static final int BUILDS_AT_A_TIME = Integer.getInteger("jenkins.builds", 4);

    private final JenkinsServer jenkins = JenkinsServer.given();
    private final Random random = new Random(Long.getLong("jenkins.seed", 1));
    private final InterruptionTally tally = new InterruptionTally();

    private interface Interruption {

        /** @param build one of the interrupted builds */
        void happens(FiftyTasks build) throws IOException, InterruptedException;
    }

    @Test
    @EnabledIfSystemProperty(named = "jenkins.kill", matches = ".+")
    void eachTaskShouldRunOnceWhenTheControllerIsKilled() throws Exception {
        interruptRepeatedly(Integer.getInteger("jenkins.kills", 10), build -> {
            ControllerKill.shell(System.getProperty("jenkins.kill"));
            ControllerKill.shell(System.getProperty("jenkins.start"));
        });
        assertThat(tally.unknown()).as(tally.toString()).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "jenkins.restarts", matches = "[1-9][0-9]*")
    void eachTaskShouldRunOnceWhenTheControllerRestarts() throws Exception {
        interruptRepeatedly(Integer.getInteger("jenkins.restarts"), build -> jenkins.restart("safeRestart"));
        assertThat(tally.unknown()).as(tally.toString()).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "jenkins.disconnects", matches = "[1-9][0-9]*")
    void eachTaskShouldRunOnceWhenTheAgentIsDisconnected() throws Exception {
        interruptRepeatedly(Integer.getInteger("jenkins.disconnects"), FiftyTasks::disconnect);
        assertThat(tally.unknown()).as(tally.toString()).isEmpty();
    }

    /** A run can end as unknown here, if its agent is killed in the moment of a start. */
    @Test
    @EnabledIfSystemProperty(named = "jenkins.agent.kill", matches = ".+")
    void eachTaskShouldRunOnceWhenTheAgentIsKilled() throws Exception {
        interruptRepeatedly(Integer.getInteger("jenkins.kills", 10), build -> {
            ControllerKill.shell(System.getProperty("jenkins.agent.kill"));
            ControllerKill.shell(System.getProperty("jenkins.agent.start"));
        });
    }

    /** Starts builds until they were interrupted {@code times} times while running. */
    private void interruptRepeatedly(int times, Interruption interruption) throws Exception {
        while (tally.interruptions() < times) {
            List<FiftyTasks> builds = Stream.generate(() -> FiftyTasks.start(jenkins))
                    .limit(BUILDS_AT_A_TIME)
                    .toList();
            builds.forEach(FiftyTasks::awaitFirstTask);
            while (tally.interruptions() < times && builds.stream().anyMatch(FiftyTasks::hasTasksLeft)) {
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                if (random.nextBoolean()) {
                    withTasksLeft(builds).stream().findFirst().ifPresent(FiftyTasks::awaitProgress);
                }
                interrupt(withTasksLeft(builds), interruption);
            }
            builds.forEach(build -> build.awaitEnd(tally));
            System.out.println(tally);
        }
        assertThat(tally.problems()).as(tally.toString()).isEmpty();
    }

    private static List<FiftyTasks> withTasksLeft(List<FiftyTasks> builds) {
        return builds.stream().filter(FiftyTasks::hasTasksLeft).toList();
    }

    private void interrupt(List<FiftyTasks> hit, Interruption interruption) throws Exception {
        if (!hit.isEmpty()) {
            FiftyTasks first = hit.get(0);
            tally.interrupted(hit, first.isConnected());
            interruption.happens(first);
            jenkins.awaitAnswer();
        }
    }
}
