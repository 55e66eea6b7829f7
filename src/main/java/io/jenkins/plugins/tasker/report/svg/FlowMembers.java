package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.text.OnHost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws the sub-tasks of a group into its node: a cell each, or a bar of shares for more than {@value #MOST_CELLS}. */
final class FlowMembers {

    private static final int CELL = 13;
    private static final int STEP = 17;
    private static final int INDENT = 60;
    private static final int PER_ROW = (FlowLayout.NODE_WIDTH - INDENT - 10) / STEP;
    private static final int MOST_CELLS = 8 * PER_ROW;

    /** Sub-tasks that run together: those of a parallel group, or one branch of a conditional task. */
    private record Branch(String name, List<TaskId> ids) {

        boolean isShared() {
            return ids.size() > MOST_CELLS;
        }

        int rows() {
            return isShared() ? 1 : (ids.size() + PER_ROW - 1) / PER_ROW;
        }
    }

    private FlowMembers() {}

    /** Returns the height below the head of the node; 0 without sub-tasks. */
    static int height(FlowNode node) {
        int rows = branches(node).stream().mapToInt(Branch::rows).sum();
        return rows == 0 ? 0 : rows * STEP + 5;
    }

    private static List<Branch> branches(FlowNode node) {
        if (node.isMerged() || !node.isGroup()) {
            return List.of();
        }
        Optional<PlannedTask> plan = node.planned();
        if (plan.isEmpty()) {
            return List.of(new Branch(
                    "", node.members().stream().map(task -> task.key().task()).toList()));
        }
        List<Branch> branches = new ArrayList<>();
        boolean conditional = !plan.get().otherwise().isEmpty() || plan.get().kind() == TaskKind.CONDITIONAL;
        add(branches, conditional ? "TRUE" : "", plan.get().members());
        add(branches, "FALSE", plan.get().otherwise());
        return branches;
    }

    private static void add(List<Branch> branches, String name, List<TaskId> ids) {
        if (!ids.isEmpty()) {
            branches.add(new Branch(name, ids));
        }
    }

    static void draw(Svg svg, FlowNode node, int left, int top) {
        Map<TaskId, List<TaskExecution>> runs = node.members().stream()
                .collect(Collectors.groupingBy(task -> task.key().task()));
        int y = top;
        for (Branch branch : branches(node)) {
            if (!branch.name.isEmpty()) {
                svg.text(left + INDENT - 8, y + 11, SvgStyle.MUTED, Svg.Anchor.END, branch.name);
            }
            if (branch.isShared()) {
                shares(svg, node, branch, runs, left + INDENT, y);
            } else {
                cells(svg, node, branch, runs, left + INDENT, y);
            }
            y += branch.rows() * STEP;
        }
    }

    private static StatusMark mark(FlowNode node, List<TaskExecution> runs) {
        return runs == null || runs.isEmpty()
                ? StatusMark.notStarted(node.phase())
                : StatusMark.of(runs.get(runs.size() - 1), node.isLive());
    }

    private static void cells(
            Svg svg, FlowNode node, Branch branch, Map<TaskId, List<TaskExecution>> runs, int left, int top) {
        for (int i = 0; i < branch.ids.size(); i++) {
            TaskId id = branch.ids.get(i);
            StatusMark mark = mark(node, runs.get(id));
            int x = left + i % PER_ROW * STEP;
            int y = top + i / PER_ROW * STEP;
            String host = runs.containsKey(id) ? runs.get(id).get(0).hostname() : "";
            svg.group(OnHost.of("Task " + node.first() + "-" + id, host) + ": " + mark.word);
            svg.shape(mark, x, y, CELL, CELL);
            if (mark.isProblem() && !mark.hasOutline()) {
                svg.signOnShape(mark, x + CELL / 2.0, y + CELL / 2.0);
            }
            svg.end();
        }
    }

    /** Draws a bar in which the width of each part is its share; a part is at least 6 pixels wide to stay visible. */
    private static void shares(
            Svg svg, FlowNode node, Branch branch, Map<TaskId, List<TaskExecution>> runs, int left, int top) {
        Map<StatusMark, Integer> counts = new EnumMap<>(StatusMark.class);
        branch.ids.forEach(id -> counts.merge(mark(node, runs.get(id)), 1, Integer::sum));
        int width = FlowLayout.NODE_WIDTH - INDENT - 20;
        double x = left;
        for (Map.Entry<StatusMark, Integer> share : counts.entrySet()) {
            double part = Math.max(6, (double) (width - 6 * counts.size()) * share.getValue() / branch.ids.size());
            svg.group(share.getValue() + " " + share.getKey().word);
            svg.shape(share.getKey(), x, top, part - 1, CELL).end();
            x += part;
        }
    }
}
