package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Formats the output of one execution of a task as plain text, attempt after attempt. Escapes control characters other than line ends
 * and tabs, so that a terminal does not interpret them.
 */
public final class TaskOutput {

    private static final int BUFFER = 16 * 1024;

    private final Writer out;
    private final Optional<StoredOutputs> stored;

    private TaskOutput(Writer out, Optional<StoredOutputs> stored) {
        this.out = out;
        this.stored = stored;
    }

    /**
     * Finds an execution.
     *
     * @param execution as returned by {@link TaskAnchor#execution}, such as {@code 5-6.0.0.0}
     */
    public static Optional<TaskExecution> find(RunRecord run, String execution) {
        return run.tasks().stream()
                .filter(task -> TaskAnchor.execution(task.key()).equals(execution))
                .findFirst();
    }

    /** Returns the recorded output: all of it, or its first and its last part (rule 16.13). */
    public static String of(TaskExecution task) {
        StringWriter out = new StringWriter();
        try {
            new TaskOutput(out, Optional.empty()).write(task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Writes the stored output in UTF-8, and the recorded one where none is stored. */
    public static void complete(TaskExecution task, StoredOutputs stored, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new TaskOutput(writer, Optional.of(stored)).write(task);
        writer.flush();
    }

    /**
     * Returns the executions that a user names.
     *
     * @param label as logs and tables show it, without its first word: {@code 5}, {@code 5-6.1}; a number alone names all
     *     executions of a task
     */
    public static List<TaskExecution> named(RunRecord run, String label) {
        return run.tasks().stream().filter(task -> isNamed(task, label)).toList();
    }

    private static boolean isNamed(TaskExecution task, String label) {
        return task.key().task().toString().equals(label)
                || TaskLabels.number(task).equals(label)
                || TaskLabels.number(task.key()).equals(label);
    }

    /** Returns the stderr of the last attempt, or its stdout if stderr is blank; without surrounding white space. */
    public static String message(TaskExecution task) {
        return task.lastEnd().map(TaskOutput::message).orElse("");
    }

    /** Returns the stderr of an attempt, or its stdout if stderr is blank; without surrounding white space. */
    public static String message(RunEvent.TaskEnded end) {
        return (end.stderrShown().isBlank() ? end.stdoutShown() : end.stderrShown()).strip();
    }

    private void write(TaskExecution task) throws IOException {
        for (TaskAttempt attempt : task.attempts()) {
            if (task.retries() > 0) {
                line("# " + attempt.started().task().label() + ": " + StatusReason.outcome(attempt));
            }
            if (attempt.ended().isPresent()) {
                write(attempt.ended().get());
            }
        }
    }

    private void write(RunEvent.TaskEnded end) throws IOException {
        write(end, OutputStreamName.STDOUT, end.stdoutShown(), end.stdout().length());
        write(end, OutputStreamName.STDERR, end.stderrShown(), end.stderr().length());
    }

    private void write(RunEvent.TaskEnded end, OutputStreamName stream, String recorded, long length)
            throws IOException {
        Optional<Path> file = stored.flatMap(files -> files.find(end.task(), stream));
        String name = stream == OutputStreamName.STDOUT ? "stdout" : "stderr";
        if (file.isPresent()) {
            line("# " + name);
            copy(file.get());
        } else if (!recorded.isEmpty()) {
            boolean partly = stored.isPresent() && length > StoredOutputs.RECORDED;
            line("# " + name + (partly ? ", first and last part; the complete output was not stored" : ""));
            visible(recorded);
            endLine(recorded.endsWith("\n"));
        }
    }

    private void copy(Path file) throws IOException {
        char last = '\n';
        try (Reader reader = Files.newBufferedReader(file)) {
            char[] buffer = new char[BUFFER];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                visible(new String(buffer, 0, count));
                last = buffer[count - 1];
            }
        }
        endLine(last == '\n');
    }

    private void visible(String text) throws IOException {
        out.write(VisibleText.lines(text));
    }

    private void endLine(boolean ended) throws IOException {
        if (!ended) {
            out.write('\n');
        }
    }

    private void line(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
