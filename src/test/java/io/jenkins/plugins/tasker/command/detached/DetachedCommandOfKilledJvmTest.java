package io.jenkins.plugins.tasker.command.detached;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts a JVM again and again, which takes its time. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class DetachedCommandOfKilledJvmTest {

    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void eachCommandShouldRunOnceAlthoughItsJvmIsKilledRepeatedly() throws Exception {
        Path control = Shells.control(directory);
        int commands = 40;
        int kills = 6;
        // the first session of the run, before any command
        new DetachedCommandRunner(directory, System.getenv(), control).detach();
        for (int i = 0; i < kills; i++) {
            Process host = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            ChildJvm.classPath(),
                            Host.class.getName(),
                            directory.toString(),
                            control.toString(),
                            Integer.toString(commands))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // the JVM prints its progress; the kills are spread over it
            for (int seen = 0;
                    seen < 1 + i * commands / kills && host.getInputStream().read() >= 0;
                    seen++) {
                // next
            }
            host.destroyForcibly().waitFor();
        }

        DetachedCommandRunner runner = new DetachedCommandRunner(directory, System.getenv(), control);
        List<CompletableFuture<CommandResult>> results = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            results.add(runner.reattach(Host.command(i), OutputListener.NONE).result());
        }
        int unknown = 0;
        for (int i = 0; i < commands; i++) {
            try {
                CommandResult result = results.get(i).get();
                assertThat(text(result.stdout())).isEqualTo("begin " + i + "\nend " + i + "\n");
                assertThat(result.exitCode()).isEqualTo(i);
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(UnknownEndException.class);
                unknown++;
            }
        }
        // at most the four starts in progress at each kill are unknown
        assertThat(unknown).isLessThanOrEqualTo(4 * kills);
        List<String> ran = Files.readAllLines(directory.resolve("ran"));
        assertThat(ran).doesNotHaveDuplicates();
        assertThat(ran.size()).isBetween(commands - unknown, commands);
        runner.close();
    }

    /** Reattaches to all commands, prints a byte for each that ends, and waits to be killed. */
    static final class Host {

        static Command command(int number) {
            String script = "echo " + number + " >>ran; echo begin " + number + "; sleep 0.0" + number % 10
                    + "; echo end " + number + "; exit " + number;
            return new Command(number + ".0.0.0", List.of("/bin/sh", "-c", script), ENOUGH, Map.of(), "");
        }

        public static void main(String[] args) throws Exception {
            DetachedCommandRunner runner =
                    new DetachedCommandRunner(Path.of(args[0]), System.getenv(), Path.of(args[1]));
            System.out.write('.');
            System.out.flush();
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                runner.reattach(command(i), OutputListener.NONE).result().whenComplete((result, failure) -> {
                    System.out.write('.');
                    System.out.flush();
                });
            }
            new CountDownLatch(1).await();
        }
    }
}
