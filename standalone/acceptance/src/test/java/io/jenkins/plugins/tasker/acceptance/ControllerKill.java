package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Kills the controller and starts it again, with the commands of the system properties. */
final class ControllerKill {

    private ControllerKill() {}

    /** Returns when Jenkins responds again. */
    static void happens(JenkinsServer jenkins) throws IOException, InterruptedException {
        shell(System.getProperty("jenkins.kill"));
        shell(System.getProperty("jenkins.start"));
        jenkins.awaitAnswer();
    }

    static void shell(String command) throws IOException, InterruptedException {
        int exitCode =
                new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start().waitFor();
        assertThat(exitCode).as(command).isZero();
    }
}
