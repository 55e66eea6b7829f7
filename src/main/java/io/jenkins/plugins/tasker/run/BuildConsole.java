package io.jenkins.plugins.tasker.run;

import hudson.console.HyperlinkNote;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.report.TaskAnchor;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Writes the run log to the console of a build, where the label of each task is a link to the task on the page of the run. As
 * plain text, the console equals every other copy of the log.
 */
public final class BuildConsole implements LogSink {

    /** Number of cached links. A task has several lines, and Jenkins signs each new link. */
    private static final int CACHED = 256;

    private final LogSink console;
    private final String page;
    private final BinaryOperator<String> link;
    private final Map<TaskKey, String> linked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskKey, String> eldest) {
            return size() > CACHED;
        }
    };

    /** @param page of the run, relative to the root of Jenkins, such as {@code job/deploy/7/tasker/1/} */
    public BuildConsole(PrintStream console, String page) {
        this(console, page, HyperlinkNote::encodeTo);
    }

    /** @param link returns a text with a link, from an address and the text */
    BuildConsole(PrintStream console, String page, BinaryOperator<String> link) {
        this.console = LogSink.to(console);
        this.page = page;
        this.link = link;
    }

    @Override
    public void line(Level level, String text) throws IOException {
        console.line(level, ConsoleText.withoutNotes(text));
    }

    @Override
    public void line(Level level, TaskKey task, String text) throws IOException {
        String plain = ConsoleText.withoutNotes(text);
        String label = task.label();
        int start = plain.indexOf(label);
        String linkedLabel =
                linked.computeIfAbsent(task, key -> link.apply("/" + page + "#" + TaskAnchor.of(key), label));
        console.line(level, plain.substring(0, start) + linkedLabel + plain.substring(start + label.length()));
    }
}
