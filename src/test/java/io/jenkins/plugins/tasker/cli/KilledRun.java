package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs fifty tasks in a separate process, which the test can kill and resume. Each task appends its number to a file; the last
 * task prints the outputs of all others.
 */
final class KilledRun {

    /** Approximate size of the journal of the whole run, in bytes. */
    static final int RECORDED = 30_000;

    private static final int LAST = 50;
    private static final int GROUP = 20;
    private static final int LAST_MEMBER = 39;

    static final String ALL_OUTPUTS = others().mapToObj(id -> "out" + id).collect(Collectors.joining(" ")) + "\n";

    private static final Pattern SUGGESTION = Pattern.compile("--resume-from=(\\S+) --start-from=(\\d+)");
    private static final Pattern NAMED = Pattern.compile("\\[WARN] .*(?:end is unknown|a second time).*");
    private static final Pattern TASK = Pattern.compile("Task (?:" + GROUP + "-)?(\\d+)");

    private final Path directory;
    private final Commands commands;
    private final List<Path> consoles = new ArrayList<>();
    private Process process;

    /** Records that existed before the process started. */
    private Set<Path> earlier = Set.of();

    /** The newest record that names a task to resume from. */
    private Optional<MatchResult> suggestion = Optional.empty();

    KilledRun(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        commands = new Commands(directory);
        Files.write(directory.resolve("deploy.txt"), taskFile());
    }

    private static IntStream others() {
        return IntStream.range(0, LAST).filter(id -> id != GROUP);
    }

    /** A sequence, then a group, then another sequence. */
    private static List<String> taskFile() {
        List<String> lines = new ArrayList<>();
        others().forEach(id -> lines.addAll(List.of(
                "task=" + id,
                "hostname=h",
                "command=sh",
                "arguments=-c 'echo " + id + " >>ran; sleep 0.0" + id % 4 + "; echo out" + id + "'",
                "success=stdout~out" + id)));
        String members = IntStream.rangeClosed(GROUP + 1, LAST_MEMBER)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        lines.addAll(List.of("task=" + GROUP, "type=parallel", "max_parallel=4", "tasks=" + members));
        String all = others().mapToObj(id -> "@" + id + "_stdout@").collect(Collectors.joining(" "));
        lines.addAll(List.of(
                "task=" + LAST,
                "hostname=h",
                "command=sh",
                "arguments=-c 'echo " + LAST + " >>ran; echo \"$@\"' sh " + all));
        return lines;
    }

    void start() throws IOException {
        begin();
    }

    private void begin(String... more) throws IOException {
        earlier = journals();
        List<String> line = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TaskerMain.class.getName(),
                "-r",
                "--type=local",
                "--skip-host-validation",
                "deploy.txt"));
        line.addAll(Arrays.asList(more));
        consoles.add(directory.resolve("console" + consoles.size()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(consoles.get(consoles.size() - 1).toFile());
        builder.environment().putAll(commands.environment);
        process = builder.start();
    }

    /**
     * Kills the process.
     *
     * @param bytes size of the journal at which the kill happens
     * @return false if the process ended earlier
     */
    boolean killAfter(int bytes) throws Exception {
        while (process.isAlive() && recorded() < bytes) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        boolean killed = process.isAlive();
        process.destroyForcibly().waitFor();
        return killed && process.exitValue() == 137;
    }

    private long recorded() throws IOException {
        Optional<Path> journal = newest();
        return journal.isPresent() ? Files.size(journal.get()) : 0;
    }

    /** The records that the process has started. */
    private Optional<Path> newest() throws IOException {
        return journals().stream().filter(file -> !earlier.contains(file)).findFirst();
    }

    private Set<Path> journals() throws IOException {
        return new HashSet<>(commands.files(".journal"));
    }

    /**
     * Resumes as {@code tasker show} suggests for the newest record with a suggestion. Without records the run starts from the
     * beginning.
     *
     * @return false if no task is left: all tasks had ended when the process was killed
     */
    boolean continueRun() throws Exception {
        Optional<Path> journal = newest();
        if (journal.isPresent() && commands.run("show", journal.get().toString()) == 0) {
            Optional<MatchResult> found =
                    SUGGESTION.matcher(commands.out()).results().findFirst();
            if (found.isEmpty() && !RunRecord.read(journal.get()).plan().isEmpty()) {
                return false;
            }
            suggestion = found.or(() -> suggestion);
        }
        if (suggestion.isPresent()) {
            begin(
                    "--resume-from=" + suggestion.get().group(1),
                    "--start-from=" + suggestion.get().group(2));
        } else {
            begin();
        }
        return true;
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Returns the tasks that never ran. */
    List<Integer> lost() throws IOException {
        List<Integer> ran = ran();
        return tasks().filter(id -> !ran.contains(id)).boxed().toList();
    }

    /** Counts the repeated runs of tasks. */
    int repeated() throws IOException {
        return ran().size() - (int) tasks().count() + lost().size();
    }

    /** Returns the tasks that ran more often than the command warned about them. */
    List<Integer> silentlyRepeated() throws IOException {
        List<Integer> ran = ran();
        List<Integer> named = new ArrayList<>();
        for (Path console : consoles) {
            named.addAll(named(Files.readString(console)));
        }
        return tasks().filter(id -> count(ran, id) > 1 + count(named, id))
                .boxed()
                .toList();
    }

    private static IntStream tasks() {
        return IntStream.concat(others(), IntStream.of(LAST));
    }

    private static long count(List<Integer> numbers, int number) {
        return numbers.stream().filter(each -> each == number).count();
    }

    /** Returns the tasks that the command names before the first start. */
    private static Set<Integer> named(String console) {
        String before = console.split(": Executing", 2)[0];
        return NAMED.matcher(before)
                .results()
                .flatMap(line -> TASK.matcher(line.group()).results())
                .map(task -> Integer.valueOf(task.group(1)))
                .collect(Collectors.toSet());
    }

    private List<Integer> ran() throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("ran"))) {
            return lines.map(Integer::valueOf).toList();
        }
    }

    /** Returns the output of the last task, from the process that reached it. */
    String lastOutput() throws Exception {
        RunRecord record = RunRecord.read(newest().orElseThrow());
        assertThat(record.unknown()).isEmpty();
        return record.tasks().stream()
                .filter(task -> task.key().task().equals(new TaskId(LAST)))
                .flatMap(task -> task.result().stream())
                .findFirst()
                .orElseThrow()
                .stdout();
    }

    /** Returns all consoles, for failure messages. */
    String console() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path console : consoles) {
            all.append("--- ").append(console.getFileName()).append('\n').append(Files.readString(console));
        }
        return all.toString();
    }
}
