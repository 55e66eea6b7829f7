package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.FollowingTask;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.Moment.Step;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The ways that a run can take: W26, W27, W28, W30 (rules 9.1 to 9.10). */
final class FlowCheck implements Check {

    @Override
    public void check(CheckedFile file, Findings findings) {
        Workflow workflow = file.workflow();
        if (workflow.tasks().isEmpty()) {
            return;
        }
        FlowGraph graph = file.flow(workflow.start());
        fallingThrough(file, graph, findings);
        for (TaskId id : workflow.tasks().keySet()) {
            if (graph.of(id).isEmpty()) {
                findings.add(FindingCode.W27, file.find(id).orElseThrow().place(), id);
            }
        }
        circles(file, graph, findings);
    }

    /** What happens on the ordinary path between two tasks without a jump. */
    private static void fallingThrough(CheckedFile file, FlowGraph graph, Findings findings) {
        Set<TaskId> gaps = new HashSet<>();
        Set<TaskId> handlers = new HashSet<>();
        for (Moment moment : graph.moments()) {
            Optional<TaskId> next = moment.onFailurePath() ? Optional.empty() : next(moment);
            if (next.isEmpty()) {
                continue;
            }
            CheckedTask task = file.find(moment.task()).orElseThrow();
            FollowingTask following = graph.following(moment);
            if (following.crossesGap()) {
                TaskId missing = following.gaps().get(0).first();
                if (gaps.add(missing)) {
                    findings.add(FindingCode.W26, task.place(), missing, next.get());
                }
            }
            if (file.workflow().isHandler(next.get()) && handlers.add(next.get())) {
                Place place = file.find(next.get()).orElseThrow().place();
                findings.add(FindingCode.W30, place, next.get(), moment.task());
            }
        }
    }

    private static Optional<TaskId> next(Moment moment) {
        return moment.edges().stream()
                .filter(edge -> edge.step() == Step.FOLLOWING)
                .map(edge -> edge.to().task())
                .findFirst();
    }

    private static void circles(CheckedFile file, FlowGraph graph, Findings findings) {
        Components components = graph.components();
        Set<TaskId> reported = new HashSet<>();
        for (int i = 0; i < components.size(); i++) {
            if (components.isCircle(i)) {
                Circle.in(components, i)
                        .filter(circle -> reported.add(circle.source()))
                        .ifPresent(circle -> {
                            Field field = circle.jump() == Step.ON_SUCCESS ? Field.ON_SUCCESS : Field.ON_FAILURE;
                            Place place =
                                    file.find(circle.source()).orElseThrow().place(field);
                            findings.add(FindingCode.W28, place, circle);
                        });
            }
        }
    }
}
