package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.OutputSource;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.TaskKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Shows the output of running commands line by line with a task prefix ({@code --stream}). Buffers each line until it is
 * complete, so that lines of concurrent tasks stay whole.
 */
public final class LiveLines implements RunListener {

    /** The maximum length of a buffered line; a longer line is shown in pieces to limit memory. */
    private static final int LONGEST = 8192;

    private static final int LARGEST_GROUP = 20;

    private final Map<OutputSource, StringBuilder> unfinished = new ConcurrentHashMap<>();
    private final int largestGroup;
    private final Consumer<String> lines;

    private LiveLines(int largestGroup, Consumer<String> lines) {
        this.largestGroup = largestGroup;
        this.lines = lines;
    }

    /**
     * Shows the output of all tasks.
     *
     * @param lines receives each line after the label of its task, on any thread
     */
    public static LiveLines ofAll(Consumer<String> lines) {
        return new LiveLines(Integer.MAX_VALUE, lines);
    }

    /**
     * Shows the output of tasks, except members of groups above 20 (rule 16.11): a reader cannot follow that many at once.
     *
     * @param lines receives each line after the label of its task, on any thread
     */
    public static LiveLines withoutLargeGroups(Consumer<String> lines) {
        return new LiveLines(LARGEST_GROUP, lines);
    }

    @Override
    public void output(TaskKey task, OutputStreamName stream, String text) {
        OutputSource source = new OutputSource(task, stream);
        StringBuilder line = unfinished.computeIfAbsent(source, key -> new StringBuilder());
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            show(source, line.append(text, start, end));
            start = end + 1;
        }
        line.append(text, start, text.length());
        if (line.length() > LONGEST) {
            show(source, line);
        }
    }

    @Override
    public boolean wantsOutput() {
        return true;
    }

    @Override
    public boolean wantsOutput(int members) {
        return members <= largestGroup;
    }

    @Override
    public void event(RunEvent event) {
        if (event instanceof RunEvent.CommandEnded ended) {
            for (OutputStreamName stream : OutputStreamName.values()) {
                OutputSource source = new OutputSource(ended.task(), stream);
                StringBuilder rest = unfinished.remove(source);
                if (rest != null && rest.length() > 0) {
                    show(source, rest);
                }
            }
        }
    }

    private void show(OutputSource source, StringBuilder line) {
        String mark = source.stream() == OutputStreamName.STDERR ? " ! " : " | ";
        lines.accept(source.task().label() + mark + line);
        line.setLength(0);
    }
}
