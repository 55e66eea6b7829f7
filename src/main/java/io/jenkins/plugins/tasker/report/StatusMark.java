package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.RunPhase;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.TaskState;

/**
 * The mark of a task in pictures and tables. Marks differ in colour, pattern, sign and word, so that each of these alone
 * identifies them.
 */
public enum StatusMark {
    OK("ok", "successful", "#2f7d4f"),
    FAILED("failed", "failed", "#c2312c"),
    TIMED_OUT("late", "timed out", "#9a5b00"),
    /** A failed attempt before another attempt. */
    RETRIED("retried", "failed, retried", "#c2312c"),
    SKIPPED("skipped", "skipped", "#6b7480"),
    UNKNOWN("unknown", "end unknown", "#7544c4"),
    RUNNING("running", "running", "#2a6fb5"),
    NOT_STARTED("open", "not started", "#6b7480"),
    /** The record ends before the task, and it is unknown whether the task ran (rule 16.12). */
    NOT_RECORDED("unknown", "unknown whether it ran", "#7544c4");

    /** The end of the names of CSS classes and SVG definitions of this mark. */
    public final String id;

    /** What tables and legends show. */
    public final String word;

    /** The colour without a style sheet. */
    public final String colour;

    StatusMark(String id, String word, String colour) {
        this.id = id;
        this.word = word;
        this.colour = colour;
    }

    /** Returns the mark of a task without a recorded start. */
    public static StatusMark notStarted(RunPhase phase) {
        return phase == RunPhase.LOST ? NOT_RECORDED : NOT_STARTED;
    }

    /**
     * Returns the mark of an execution. A group with failed members is successful if its {@code next} condition was true, such as
     * {@code min_success=2}: that is what the task file demands of it.
     *
     * @param live whether the run is still running; if so, a task without an end is running
     */
    public static StatusMark of(TaskExecution task, boolean live) {
        if (task.isGroup() && task.satisfied() && task.state() == TaskState.FAILED) {
            return OK;
        }
        return live && task.state() == TaskState.UNKNOWN ? RUNNING : of(task.state());
    }

    /** Returns the mark of an execution that is over. */
    public static StatusMark of(TaskState state) {
        return switch (state) {
            case SUCCESS -> OK;
            case FAILED -> FAILED;
            case TIMED_OUT -> TIMED_OUT;
            case SKIPPED -> SKIPPED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether the task failed, timed out or has an unknown end. */
    public boolean isProblem() {
        return this == FAILED || this == TIMED_OUT || this == UNKNOWN;
    }

    /** Whether shapes have an outline, since their filling alone is too faint. */
    public boolean hasOutline() {
        return this == SKIPPED || this == NOT_STARTED || this == RETRIED || this == UNKNOWN || this == NOT_RECORDED;
    }

    /** Returns the filling of shapes without a style sheet. */
    public String fill() {
        return switch (this) {
            case OK, RUNNING -> colour;
            case SKIPPED, NOT_STARTED -> "none";
            default -> "url(#tk-fill-" + id + ")";
        };
    }
}
