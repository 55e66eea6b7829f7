package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A task as it stands in the file, as far as people want to see it who ask where a run stands. Secrets are masked.
 *
 * @param hostname with globals expanded and results of tasks as written; empty if the kind of task has none
 * @param command likewise, with its arguments
 * @param following where the flow goes on without a jump; empty if it cannot (rules 9.3 to 9.5)
 * @param members sub-tasks of a parallel task, or of the branch that is taken when the condition is true
 * @param otherwise sub-tasks of the branch that is taken when the condition is false
 * @param written the command with its arguments as it stands in the file; empty if globals change nothing of it
 */
public record PlannedTask(
        TaskId id,
        String hostname,
        TaskKind kind,
        String command,
        Optional<TaskId> following,
        Optional<TaskId> onSuccess,
        Optional<TaskId> onFailure,
        List<TaskId> members,
        List<TaskId> otherwise,
        Optional<String> written) {

    public static List<PlannedTask> of(Workflow workflow, RunMode mode, Secrets secrets) {
        return workflow.tasks().values().stream()
                .map(task -> {
                    Optional<TaskId> following =
                            workflow.following(task.id(), false, mode).task();
                    return of(task, following, secrets);
                })
                .toList();
    }

    private static PlannedTask of(Task task, Optional<TaskId> following, Secrets secrets) {
        if (task instanceof Task.Normal normal) {
            String command = line(normal, Template::expanded);
            String written = line(normal, Template::written);
            return new PlannedTask(
                    task.id(),
                    secrets.mask(normal.invocation().hostname().expanded()),
                    TaskKind.NORMAL,
                    secrets.mask(command),
                    following.filter(
                            id -> goesOn(normal.flow()) && normal.returnCode().isEmpty()),
                    normal.flow().onSuccess(),
                    normal.flow().onFailure(),
                    List.of(),
                    List.of(),
                    written.equals(command) ? Optional.empty() : Optional.of(secrets.mask(written)));
        }
        if (task instanceof Task.Group group) {
            Task.Conditional conditional = task instanceof Task.Conditional branches ? branches : null;
            return new PlannedTask(
                    task.id(),
                    "",
                    conditional == null ? TaskKind.PARALLEL : TaskKind.CONDITIONAL,
                    "",
                    following.filter(id -> goesOn(group.flow())),
                    group.flow().onSuccess(),
                    group.flow().onFailure(),
                    conditional == null ? group.members() : conditional.ifTrue(),
                    conditional == null ? List.of() : conditional.ifFalse(),
                    Optional.empty());
        }
        return new PlannedTask(
                task.id(),
                "",
                TaskKind.RETURN,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static String line(Task.Normal task, Function<Template, String> text) {
        String arguments = text.apply(task.invocation().arguments());
        return text.apply(task.invocation().command()) + (arguments.isEmpty() ? "" : " " + arguments);
    }

    /** Whether the flow can come to the following task (rule 9.4); a task whose condition is false always goes on. */
    private static boolean goesOn(TaskFlow flow) {
        boolean jumpsEitherWay = flow.onSuccess().isPresent()
                && (flow.next().mode() != Next.Mode.ABSENT || flow.onFailure().isPresent());
        return flow.next().mode() != Next.Mode.NEVER && !jumpsEitherWay;
    }
}
