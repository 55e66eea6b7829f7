package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a JVM repeatedly while it runs a task file as a build does, and continues the run in the next JVM. More kills, at other
 * points: {@code -Dtasker.kills=200 -Dtasker.seed=7}.
 */
@Timeout(600)
@DisabledOnOs(OS.WINDOWS)
class KilledControllerTest {

    private static final int TASKS = 50;

    /** Minimum size of the journal of the run, in bytes. */
    private static final int RECORDED = 20_000;

    @TempDir
    private Path runs;

    private final int kills = Integer.getInteger("tasker.kills", 5);
    private final Random random = new Random(Long.getLong("tasker.seed", 1));
    private int killed;

    /** Repeats runs until there are enough kills, because on a busy machine some runs end before their kill. */
    @Test
    void noTaskShouldRunTwiceOrGetLostHoweverOftenTheControllerIsKilled() throws Exception {
        int run = 0;
        while (killed < kills) {
            run++;
            killAndContinue(Files.createDirectory(runs.resolve("run" + run)));
        }
        System.out.println(killed + " kills of " + run + " runs of " + TASKS + " tasks");
    }

    private void killAndContinue(Path directory) throws Exception {
        Path build = Files.createDirectory(directory.resolve("build"));
        Path workspace = Files.createDirectory(directory.resolve("workspace"));
        Files.write(workspace.resolve("deploy.txt"), taskFile());
        Path journal = build.resolve("tasker/1/run.journal");

        Process controller = controller(directory);
        while (killed < kills) {
            // a random later point, measured by the size of the journal
            long until = size(journal) + 1 + random.nextInt(RECORDED / kills);
            while (controller.isAlive() && size(journal) < until) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            if (!controller.isAlive()) {
                break;
            }
            killed++;
            controller.destroyForcibly().waitFor();
            controller = controller(directory);
        }
        assertThat(controller.waitFor()).isZero();

        RunRecord record = RunRecord.read(journal);
        assertThat(record.unknown()).isEmpty();
        assertThat(record.tasks()).filteredOn(task -> !task.isGroup()).hasSize(TASKS);
        assertThat(record.tasks()).allMatch(task -> task.attempts().size() <= 1);
        assertThat(record.tasks())
                .filteredOn(task -> !task.isGroup())
                .allSatisfy(task -> assertOutput(task, new StoredOutputs(build.resolve("tasker/1/outputs"))));
        List<String> ran = Files.readAllLines(workspace.resolve("ran"));
        assertThat(ran).hasSize(TASKS).doesNotHaveDuplicates();
        assertThat(build.resolve("tasker/1/task-file.encrypted")).doesNotExist();
    }

    /** Output that the record cannot hold is stored completely (rule 16.11). */
    private static void assertOutput(TaskExecution task, StoredOutputs stored) throws IOException {
        String end = "out " + task.key().task() + "\n";
        if (isLong(Integer.parseInt(task.key().task().toString()))) {
            String all = IntStream.rangeClosed(1, 2000).mapToObj(i -> i + "\n").collect(Collectors.joining()) + end;
            assertThat(stored.find(task.key(), OutputStreamName.STDOUT).orElseThrow())
                    .hasContent(all);
        } else {
            assertThat(task.result().orElseThrow().stdout()).isEqualTo(end);
        }
    }

    private static boolean isLong(int task) {
        return task % 5 == 1;
    }

    private static long size(Path file) throws Exception {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** A sequence, then a group, then another sequence. */
    private static List<String> taskFile() {
        List<String> lines = new ArrayList<>();
        Set<Integer> members = new TreeSet<>();
        for (int i = 0; i <= TASKS; i++) {
            lines.add("task=" + i);
            if (i == 20) {
                continue;
            }
            if (i > 20 && i < 40) {
                members.add(i);
            }
            lines.add("hostname=h");
            lines.add("exec=local");
            String many = isLong(i) ? "seq 1 2000; " : "";
            lines.add("command=sh -c 'echo " + i + " >>ran; sleep 0.0" + i % 7 + "; " + many + "echo out " + i + "'");
            lines.add("success=stdout~out " + i);
        }
        int group = lines.indexOf("task=20") + 1;
        lines.add(group, "type=parallel");
        lines.add(group + 1, "max_parallel=5");
        lines.add(group + 2, "tasks=" + members.toString().replaceAll("[\\[\\] ]", ""));
        return lines;
    }

    private Process controller(Path directory) throws Exception {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Controller.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("console").toFile()))
                .start();
    }

    /** Starts or continues the run, as a Pipeline does after a start of Jenkins. */
    static final class Controller {

        public static void main(String[] args) throws Exception {
            Path directory = Path.of(args[0]);
            TaskListener console = () -> System.out;
            BuildContext place = new BuildContext(
                    new TestBuild(directory.resolve("build")),
                    new FilePath(directory.resolve("workspace").toFile()),
                    new EnvVars(),
                    console,
                    Set.of(),
                    new DirectoryArchive(directory.resolve("archive")));
            RunOutcome outcome = new JenkinsRun(
                            StepSettings.of("deploy.txt"),
                            place,
                            RunId.of("run"),
                            new TaskerConfiguration(),
                            id -> Optional.empty())
                    .continueRun();
            System.exit(outcome.exitCode());
        }
    }
}
