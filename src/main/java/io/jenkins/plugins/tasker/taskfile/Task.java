package io.jenkins.plugins.tasker.taskfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A task with its meaning: one of the four kinds of rule 3.1. */
public sealed interface Task {

    TaskId id();

    /** Number of the {@code task} line. */
    int line();

    /** The pre-execution condition; for a conditional task it selects the branch instead. */
    Optional<Condition> condition();

    /** A task that runs a command; it may carry a return code as well (rule 9.9). */
    record Normal(
            TaskId id,
            int line,
            Optional<Condition> condition,
            Invocation invocation,
            OutputRules output,
            Optional<Template> sleep,
            TaskFlow flow,
            Optional<Template> returnCode)
            implements Task {}

    /** A task without command that ends the run with a code. */
    record Return(TaskId id, int line, Optional<Condition> condition, Template returnCode) implements Task {}

    /** A task that runs other tasks (rule 1.5: a parent). */
    sealed interface Group extends Task {

        /** Seconds for the whole group; no limit by default (rule 11.4). */
        Optional<Template> timeout();

        Optional<Template> sleep();

        Retries retries();

        TaskFlow flow();

        /** All sub-tasks that may run, in list order. */
        List<TaskId> members();
    }

    /** Runs its sub-tasks at the same time (section 11). */
    record Parallel(
            TaskId id,
            int line,
            Optional<Condition> condition,
            List<TaskId> members,
            Optional<Template> maxParallel,
            Optional<Template> timeout,
            Optional<Template> sleep,
            Retries retries,
            TaskFlow flow)
            implements Group {}

    /** Runs the tasks of one of two branches, one after another (section 12). */
    record Conditional(
            TaskId id,
            int line,
            Optional<Condition> condition,
            List<TaskId> ifTrue,
            List<TaskId> ifFalse,
            Optional<Template> timeout,
            Optional<Template> sleep,
            Retries retries,
            TaskFlow flow)
            implements Group {

        @Override
        public List<TaskId> members() {
            return Stream.concat(ifTrue.stream(), ifFalse.stream()).toList();
        }

        public List<TaskId> branch(boolean condition) {
            return condition ? ifTrue : ifFalse;
        }
    }
}
