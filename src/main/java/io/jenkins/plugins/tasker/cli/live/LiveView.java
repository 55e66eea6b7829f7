package io.jenkins.plugins.tasker.cli.live;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows a run while it happens: a line for each task that has ended, and below them what runs now. As a sink of the log it shows
 * warnings and errors that no event reports. Thread-safe.
 */
public final class LiveView implements RunListener, LogSink, AutoCloseable {

    /** How often the lines of running tasks change, in milliseconds. */
    private static final long TICK = 100;

    private final Screen screen;
    private final InstantSource clock;
    private final boolean quiet;
    private final Progress progress = new Progress();
    private final Map<TaskKey, RunEvent.SuccessEvaluated> conditions = new HashMap<>();
    /** Warnings and errors before the first task, which the findings replace. */
    private final List<Message> before = new ArrayList<>();

    private String status = "";
    private boolean dryRun;
    private boolean validated;
    private boolean changed;
    private boolean closed;
    private int frame;

    private record Message(Level level, String text) {}

    /** @param quiet whether only failures and the outcome are shown ({@code -q}) */
    public LiveView(Screen screen, InstantSource clock, boolean quiet) {
        this.screen = screen;
        this.clock = clock;
        this.quiet = quiet;
    }

    /** Starts the thread that turns the spinner. */
    public void start() {
        if (screen.rows() > 0 && !quiet) {
            Thread ticker = new Thread(this::tick, "tasker-live-view");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    private synchronized void tick() {
        try {
            while (!closed) {
                wait(TICK);
                frame++;
                List<String> lines = block();
                if (changed || !lines.isEmpty()) {
                    screen.show(List.of(), lines);
                    changed = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> block() {
        if (closed || quiet) {
            return List.of();
        }
        TerminalStyle style = screen.style();
        List<String> lines = progress.lines(clock.instant(), frame, style);
        if (!status.isEmpty()) {
            lines.add(0, style.faint(DisplayWidth.cut(status, style.width())));
        }
        return lines;
    }

    /** Called when the size of the terminal has changed. */
    public synchronized void resized() {
        screen.resized();
        changed = true;
    }

    /** Adds lines that stay. */
    public synchronized void show(Function<TerminalStyle, Collection<String>> lines) {
        screen.show(List.copyOf(lines.apply(screen.style())), block());
    }

    private void add(String line) {
        screen.show(List.of(line), block());
    }

    /** Shows a line of output of a running command ({@code --stream}). */
    public synchronized void output(String line) {
        add(DisplayWidth.cut(VisibleText.onTerminal(line), screen.style().width()));
    }

    /** Replaces the line about the work before the first task; an empty text removes it. */
    public synchronized void status(String text) {
        status = text;
        changed = true;
    }

    /**
     * Ends the checks: shows what the findings do not, and then each message at once.
     *
     * @param reported messages that the caller shows in another form
     */
    public synchronized void validated(Collection<String> reported) {
        validated = true;
        status = "";
        before.removeIf(message -> reported.contains(message.text()));
        flush();
    }

    private void flush() {
        before.forEach(message -> message(message.level(), message.text()));
        before.clear();
    }

    /** Shows a warning or an error. */
    public synchronized void message(Level level, String text) {
        TerminalStyle style = screen.style();
        boolean error = level == Level.ERROR;
        List<String> lines = style.wrap(VisibleText.onTerminal((error ? "error: " : "warning: ") + text), "  ").stream()
                .map(line -> error ? style.error(line) : style.warning(line))
                .toList();
        screen.show(lines, block());
    }

    @Override
    public synchronized void line(Level level, String text) {
        if (level == Level.ERROR || level == Level.WARN && !quiet) {
            String mark = "[" + level + "] ";
            String message = text.substring(text.indexOf(mark) + mark.length());
            if (validated) {
                message(level, message);
            } else {
                before.add(new Message(level, message));
            }
        }
    }

    @Override
    public synchronized void event(RunEvent event) {
        if (closed) {
            return;
        }
        changed = true;
        if (event instanceof RunEvent.RunStarted started) {
            validated = true;
            flush();
            started(started);
        } else if (event instanceof RunEvent.TaskStarted started) {
            progress.started(started);
            if (dryRun && !quiet) {
                add(TaskLines.planned(started, screen.style()));
            }
        } else if (event instanceof RunEvent.GroupStarted started) {
            progress.started(started);
        } else if (event instanceof RunEvent.TaskSkipped skipped) {
            progress.skipped(skipped.task());
            if (!quiet && !progress.isMember(skipped.task())) {
                add(TaskLines.skipped(skipped, screen.style()));
            }
        } else if (event instanceof RunEvent.SuccessEvaluated evaluated) {
            conditions.put(evaluated.task(), evaluated);
        } else if (event instanceof RunEvent.TaskEnded end) {
            ended(end);
        } else if (event instanceof RunEvent.Moved moved && moved.jump() && !quiet) {
            add(TaskLines.moved(moved, screen.style()));
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            message(
                    Level.WARN,
                    "the run was " + interrupted.cause().reason()
                            + "; its commands are terminated, a second interrupt kills them");
        }
    }

    private void started(RunEvent.RunStarted started) {
        dryRun = started.dryRun();
        if (!quiet) {
            String text = VisibleText.onTerminal(started.fileName()) + (dryRun ? ": dry run, nothing is started" : "");
            add(screen.style().bold(DisplayWidth.cut(text, screen.style().width())));
        }
    }

    private void ended(RunEvent.TaskEnded end) {
        boolean member = progress.isMember(end.task());
        Optional<RunEvent.TaskStarted> start = progress.ended(end);
        Optional<RunEvent.SuccessEvaluated> condition = Optional.ofNullable(conditions.remove(end.task()));
        boolean success = end.result().success();
        if (dryRun || success && (member || quiet)) {
            return;
        }
        TerminalStyle style = screen.style();
        if (start.isPresent()) {
            screen.show(TaskLines.command(start.get(), end, condition, style), block());
        } else if (end.result().counts().isPresent()) {
            add(TaskLines.group(end, style));
        }
    }

    /** Removes the block for a question on the terminal. */
    public synchronized void pause() {
        status = "";
        screen.show(List.of(), List.of());
    }

    /** Removes the block and shows messages that are still held back. */
    @Override
    public synchronized void close() {
        closed = true;
        progress.clear();
        status = "";
        flush();
        screen.show(List.of(), List.of());
        notifyAll();
    }
}
