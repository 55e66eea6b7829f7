package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AgentCommandRunnerTest extends RunsOnAgent {

    @Test
    void commandShouldRunInTheWorkspace() throws Exception {
        assertThat(text(run("pwd").stdout())).isEqualTo(workspace.toRealPath() + "\n");
    }

    @Test
    void environmentOfTheBuildShouldBeAddedToThatOfTheAgent() throws Exception {
        CommandResult result = run("sh", "-c", "echo \"$GREETING\"; test -n \"$PATH\"");

        assertThat(text(result.stdout())).isEqualTo("a $b 'c'\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void argumentsShouldArriveUnchanged() throws Exception {
        CommandResult result = run("printf", "%s|", "a b", "", "$HOME", "it's", "*", "é\n\"");

        assertThat(text(result.stdout())).isEqualTo("a b||$HOME|it's|*|é\n\"|");
    }

    @Test
    void resultShouldHaveExitCodeAndBothOutputs() throws Exception {
        CommandResult result = run("sh", "-c", "echo out; echo err >&2; exit 7");

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(text(result.stdout())).isEqualTo("out\n");
        assertThat(text(result.stderr())).isEqualTo("err\n");
        assertThat(result.duration()).isPositive();
    }

    @Test
    void missingProgramShouldBe127() throws Exception {
        assertThat(run("no-such-program-here").exitCode()).isEqualTo(127);
    }

    @Test
    void commandShouldEndAtItsTimeLimit() throws Exception {
        RunningCommand command =
                runner.start(new Command(List.of("sleep", "60"), Duration.ofMillis(200)), OutputListener.NONE);

        CommandResult result = command.result().get();

        assertThat(result.timedOut()).isTrue();
        assertThat(result.exitCode()).isEqualTo(124);
    }

    @Test
    void terminateShouldEndTheCommand() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        RunningCommand command = start((stream, text) -> started.countDown(), "sh", "-c", "echo up; exec sleep 60");
        started.await();

        command.terminate();

        assertThat(command.result().get().exitCode()).isEqualTo(128 + 15);
    }

    @Test
    void terminateShouldNotOvertakeTheStart() throws Exception {
        for (int i = 0; i < 50; i++) {
            RunningCommand command = start(OutputListener.NONE, "sleep", "60");
            command.terminate();

            assertThat(command.result().get(20, TimeUnit.SECONDS).exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void killShouldEndTheCommandAtOnce() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        RunningCommand command = start(
                (stream, text) -> started.countDown(), "sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done");
        started.await();

        command.kill();

        assertThat(command.result().get(1500, TimeUnit.MILLISECONDS).exitCode()).isEqualTo(128 + 9);
    }

    @Test
    void outputShouldArriveWhileTheCommandRuns() throws Exception {
        Path go = workspace.resolve("go");
        List<String> received = new ArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        RunningCommand command = start(
                (stream, text) -> {
                    received.add(stream + text);
                    first.countDown();
                },
                "sh",
                "-c",
                "echo first; while ! test -e go; do sleep 0.05; done; echo second >&2");
        first.await();
        assertThat(command.result()).isNotDone();
        Files.createFile(go);
        command.result().get();

        assertThat(received).containsExactly(OutputStreamName.STDOUT + "first\n", OutputStreamName.STDERR + "second\n");
    }

    @Test
    void onlyTheStartOfMuchOutputShouldArriveWhileTheCommandRuns() throws Exception {
        AtomicLong received = new AtomicLong();

        CommandResult result = start(
                        (stream, text) -> received.addAndGet(text.length()), "sh", "-c", "head -c 20000000 /dev/zero")
                .result()
                .get();

        assertThat(result.stdout().length()).isEqualTo(20_000_000);
        assertThat(received.get()).isBetween((long) LiveText.LIMIT, LiveText.LIMIT + 100_000L);
    }

    @Test
    void commandsShouldRunOneAfterAnother() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(run("sh", "-c", "exit " + i).exitCode()).isEqualTo(i);
        }
    }

    @Test
    void manyCommandsShouldKeepTheirResultsApart() throws Exception {
        List<RunningCommand> commands = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            commands.add(start(OutputListener.NONE, "sh", "-c", "echo " + i + "; exit " + i));
        }
        for (int i = 0; i < commands.size(); i++) {
            CommandResult result = commands.get(i).result().get();
            assertThat(result.exitCode()).isEqualTo(i);
            assertThat(text(result.stdout())).isEqualTo(i + "\n");
        }
    }

    @Test
    void largeOutputShouldStayOnTheAgentAndAnswerQueries() throws Exception {
        CommandResult result =
                run("sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo line-$i-of-many; i=$((i+1)); done");
        Output stdout = result.stdout();

        assertThat(stdout).isInstanceOf(RereadOutput.class);
        assertThat(stdout.lineCount()).isEqualTo(20000);
        assertThat(stdout.contains("line-19999-of")).isTrue();
        assertThat(stdout.contains("line-20000-of")).isFalse();
        assertThat(stdout.matchesLine(LinePattern.compile("^line-19999.*many$")))
                .isTrue();
        assertThat(stdout.matchesLine(LinePattern.compile("^-19999"))).isFalse();
        assertThat(stdout.isBlank()).isFalse();
        assertThat(stdout.head(14)).isEqualTo("line-0-of-many");
        assertThat(text(stdout)).hasSize((int) stdout.length()).endsWith("line-19999-of-many\n");
        assertThat(stdout.head(200_000)).hasSize(200_000);
        stdout.close();
    }

    @Test
    void blankStartOfALargeOutputShouldNotMakeItBlank() throws Exception {
        CommandResult result = run("sh", "-c", "printf '%100000s\\n' x");

        assertThat(result.stdout().isBlank()).isFalse();
        assertThat(result.stdout().contains("x")).isTrue();
    }

    @Test
    void programsShouldBeSearchedOnTheAgent() throws Exception {
        Files.createFile(workspace.resolve("here.sh"));

        assertThat(runner.programs().onPath("sh")).isTrue();
        assertThat(runner.programs().onPath("no-such-program-here")).isFalse();
        assertThat(runner.programs().fileExists("here.sh")).isTrue();
        assertThat(runner.programs().fileExists("there.sh")).isFalse();
    }

    @Test
    void closeShouldEndRunningCommands() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Path ended = workspace.resolve("ended");
        start((stream, text) -> started.countDown(), "sh", "-c", "echo $$ > pid; echo up; sleep 60; touch ended");
        started.await();
        long pid = Long.parseLong(Files.readString(workspace.resolve("pid")).strip());

        runner.close();

        // a zombie has no command line
        assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()))
                .isEmpty();
        assertThat(ended).doesNotExist();
    }
}
