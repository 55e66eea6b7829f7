package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the script of {@code --on-failure} after a real run that did not end with 0 (rule 24.5). */
record FailureScript(Path script, Path workingDirectory, Map<String, String> environment, RunLog log) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * Runs the script and waits for its end. A failure of the script is logged at WARN and changes nothing else.
     *
     * @param run without a start if the run ended before its first task
     */
    void run(int exitCode, RunRecord run, Path taskFile, LogFileSet files) {
        run(exitCode, run, taskFile, files, LIMIT);
    }

    void run(int exitCode, RunRecord run, Path taskFile, LogFileSet files, Duration limit) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(script.toString()))
                    .directory(workingDirectory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> variables = builder.environment();
            variables.clear();
            variables.putAll(environment);
            variables.put("TASKER_LOG_FILE", files.log().toString());
            variables.put(
                    "TASKER_STATE_FILE",
                    Files.exists(files.journal()) ? files.journal().toString() : "");
            variables.put("TASKER_TASK_FILE", taskFile.toString());
            variables.put("TASKER_FAILED_TASK", failedTask(run));
            variables.put("TASKER_EXIT_CODE", Integer.toString(exitCode));
            variables.put(
                    "TASKER_ERROR",
                    run.ended().map(RunEvent.RunEnded::reason).orElse("no task started; the log states the reason"));
            variables.put("TASKER_TIMESTAMP", Instant.now().toString());
            log.write(Level.INFO, "Running " + script + " because the run failed");
            Process process = builder.start();
            process.getOutputStream().close();
            await(process, limit);
        } catch (IOException e) {
            log.write(Level.WARN, "--on-failure: " + script + " cannot be run: " + e.getMessage());
        }
    }

    private void await(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                log.write(Level.WARN, "--on-failure: " + script + " was killed after " + limit.toSeconds() + " s");
            } else if (process.exitValue() != 0) {
                log.write(Level.WARN, "--on-failure: " + script + " ended with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the label of the last failed task, without its first word; empty if no task failed. */
    private static String failedTask(RunRecord run) {
        List<TaskExecution> problems = run.problems();
        Optional<TaskKey> last = run.ended().flatMap(RunEvent.RunEnded::lastTask);
        return problems.stream()
                .filter(task -> last.filter(key -> key.firstAttempt().equals(task.key()))
                        .isPresent())
                .findFirst()
                .or(() -> problems.isEmpty() ? Optional.empty() : Optional.of(problems.get(problems.size() - 1)))
                .map(TaskLabels::number)
                .orElse("");
    }
}
