package io.jenkins.plugins.tasker.taskfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A task, interpreted as one of the four kinds of rule 3.1. */
public sealed interface Task {

    TaskId id();

    /** Returns the number of the {@code task} line. */
    int line();

    /** Returns the condition to run the task; for a conditional task the condition that selects the branch. */
    Optional<Condition> condition();

    /** A task that runs a command. It can also have a return code (rule 9.9). */
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

    /** A task without command, which ends the run with a return code. */
    record Return(TaskId id, int line, Optional<Condition> condition, Template returnCode) implements Task {}

    /** A task that runs other tasks, a parent in the words of rule 1.5, or a command on many hosts. */
    sealed interface Group extends Task {

        /** Returns the time limit of the whole group in seconds; unlimited by default (rule 11.4). */
        Optional<Template> timeout();

        Optional<Template> sleep();

        Retries retries();

        TaskFlow flow();

        /** Returns all sub-tasks of the group, in list order; none if its members are hosts. */
        List<TaskId> members();

        /** Returns how many members run at the same time; {@link #parallelByDefault} without it. */
        Optional<Template> maxParallel();

        default int parallelByDefault() {
            return Integer.MAX_VALUE;
        }

        Rollout rollout();
    }

    /** Runs its sub-tasks in parallel (section 11). */
    record Parallel(
            TaskId id,
            int line,
            Optional<Condition> condition,
            List<TaskId> members,
            Optional<Template> maxParallel,
            Rollout rollout,
            Optional<Template> timeout,
            Optional<Template> sleep,
            Retries retries,
            TaskFlow flow)
            implements Group {}

    /**
     * Runs a command on each of many hosts (section 19).
     *
     * @param condition decides about the whole task; one that differs from host to host belongs to {@code command}
     * @param hosts the list of hosts, with references to results as whole items
     * @param command runs on each host
     */
    record FanOut(
            TaskId id,
            int line,
            Optional<Condition> condition,
            Template hosts,
            Normal command,
            Optional<Template> maxParallel,
            Rollout rollout,
            Retries retries,
            TaskFlow flow)
            implements Group {

        /** How many commands run at the same time without {@code max_parallel} (rule 19.7). */
        private static final int AT_ONCE = 64;

        /** Returns whether a host that fails host validation stops nothing but its own member (rule 14.7). */
        public boolean toleratesFailures() {
            return FailureTolerance.of(this);
        }

        @Override
        public Optional<Template> timeout() {
            return Optional.empty();
        }

        @Override
        public Optional<Template> sleep() {
            return Optional.empty();
        }

        @Override
        public List<TaskId> members() {
            return List.of();
        }

        @Override
        public int parallelByDefault() {
            return AT_ONCE;
        }
    }

    /** Runs the sub-tasks of one of two branches in sequence (section 12). */
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

        @Override
        public Optional<Template> maxParallel() {
            return Optional.empty();
        }

        @Override
        public int parallelByDefault() {
            return 1;
        }

        @Override
        public Rollout rollout() {
            return Rollout.AT_ONCE;
        }

        public List<TaskId> branch(boolean condition) {
            return condition ? ifTrue : ifFalse;
        }
    }
}
