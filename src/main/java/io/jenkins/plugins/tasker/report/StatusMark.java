package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.TaskExecution;

/**
 * How pictures and tables show a task: each mark has a colour, a pattern, a sign and a word, so that none of them is needed
 * to tell it from the others.
 */
public enum StatusMark {
    OK("ok", "successful", "#2f7d4f"),
    FAILED("failed", "failed", "#c2312c"),
    TIMED_OUT("late", "timed out", "#9a5b00"),
    /** An attempt that failed and was followed by another one. */
    RETRIED("retried", "failed, retried", "#c2312c"),
    SKIPPED("skipped", "skipped", "#6b7480"),
    UNKNOWN("unknown", "end unknown", "#7544c4"),
    RUNNING("running", "running", "#2a6fb5"),
    NOT_STARTED("open", "not started", "#6b7480");

    /** Ends the names of the CSS classes and of the SVG parts of this mark. */
    public final String id;

    public final String word;

    /** The colour where no style sheet applies. */
    public final String colour;

    StatusMark(String id, String word, String colour) {
        this.id = id;
        this.word = word;
        this.colour = colour;
    }

    /** @param live whether the run still goes on, so that a task without end is running */
    public static StatusMark of(TaskExecution task, boolean live) {
        return switch (task.state()) {
            case SUCCESS -> OK;
            case FAILED -> FAILED;
            case TIMED_OUT -> TIMED_OUT;
            case SKIPPED -> SKIPPED;
            case UNKNOWN -> live ? RUNNING : UNKNOWN;
        };
    }

    /** Whether somebody should look at such a task. */
    public boolean isProblem() {
        return this == FAILED || this == TIMED_OUT || this == UNKNOWN;
    }

    /** Whether its shapes have an outline, since their filling alone would be too faint. */
    public boolean hasOutline() {
        return this == SKIPPED || this == NOT_STARTED || this == RETRIED || this == UNKNOWN;
    }

    /** What its shapes are filled with where no style sheet applies. */
    public String fill() {
        return switch (this) {
            case OK, RUNNING -> colour;
            case SKIPPED, NOT_STARTED -> "none";
            default -> "url(#tk-fill-" + id + ")";
        };
    }
}
