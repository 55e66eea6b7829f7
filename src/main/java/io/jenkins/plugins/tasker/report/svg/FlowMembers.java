package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.text.OnHost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the sub-tasks of a group into its node: a cell each, or a bar of shares for more than {@value #MOST_CELLS}. */
final class FlowMembers {

    private static final int CELL = 13;
    private static final int STEP = 17;
    private static final int INDENT = 60;
    private static final int PER_ROW = (FlowLayout.NODE_WIDTH - INDENT - 10) / STEP;
    private static final int MOST_CELLS = 8 * PER_ROW;

    /** Sub-tasks that run together: those of a parallel group, or one branch of a conditional task. */
    private record Branch(String name, List<Member> members) {

        boolean isShared() {
            return members.size() > MOST_CELLS;
        }

        int rows() {
            return isShared() ? 1 : (members.size() + PER_ROW - 1) / PER_ROW;
        }
    }

    /** A sub-task, or a host of a fan-out task. */
    private record Member(String label, StatusMark mark) {}

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
            return List.of(new Branch("", executed(node)));
        }
        List<Branch> branches = new ArrayList<>();
        if (plan.get().kind() == TaskKind.FAN_OUT) {
            add(branches, "", hosts(node));
            return branches;
        }
        Map<TaskId, List<TaskExecution>> runs = node.members().stream()
                .collect(Collectors.groupingBy(task -> task.key().task()));
        boolean conditional = !plan.get().otherwise().isEmpty() || plan.get().kind() == TaskKind.CONDITIONAL;
        add(branches, conditional ? "TRUE" : "", subTasks(node, plan.get().members(), runs));
        add(branches, "FALSE", subTasks(node, plan.get().otherwise(), runs));
        return branches;
    }

    private static void add(List<Branch> branches, String name, List<Member> members) {
        if (!members.isEmpty()) {
            branches.add(new Branch(name, members));
        }
    }

    private static List<Member> executed(FlowNode node) {
        return node.members().stream()
                .map(task -> new Member(TaskLabels.onHost(task), StatusMark.of(task, node.isLive())))
                .toList();
    }

    /** Returns the hosts of the last execution of a fan-out task, in list order as far as they have started. */
    private static List<Member> hosts(FlowNode node) {
        List<Member> members = new ArrayList<>(executed(node));
        Set<String> started =
                node.members().stream().map(task -> task.key().host()).collect(Collectors.toSet());
        List<String> hosts = node.runs().isEmpty()
                ? List.of()
                : node.runs()
                        .get(node.runs().size() - 1)
                        .group()
                        .map(RunEvent.GroupStarted::hosts)
                        .orElse(List.of());
        TaskKey group = TaskKey.of(node.first());
        for (String host : hosts) {
            if (!started.contains(host)) {
                members.add(new Member(group.onHost(host, 0).label(), StatusMark.notStarted(node.phase())));
            }
        }
        return members;
    }

    private static List<Member> subTasks(FlowNode node, List<TaskId> ids, Map<TaskId, List<TaskExecution>> runs) {
        TaskKey group = TaskKey.of(node.first());
        List<Member> members = new ArrayList<>();
        for (TaskId id : ids) {
            List<TaskExecution> executions = runs.getOrDefault(id, List.of());
            String host = executions.isEmpty() ? "" : executions.get(0).hostname();
            members.add(new Member(OnHost.of(group.member(id, 0).label(), host), mark(node, executions)));
        }
        return members;
    }

    static void draw(Svg svg, FlowNode node, int left, int top) {
        int y = top;
        for (Branch branch : branches(node)) {
            if (!branch.name.isEmpty()) {
                svg.text(left + INDENT - 8, y + 11, SvgStyle.MUTED, Svg.Anchor.END, branch.name);
            }
            if (branch.isShared()) {
                shares(svg, branch, left + INDENT, y);
            } else {
                cells(svg, branch, left + INDENT, y);
            }
            y += branch.rows() * STEP;
        }
    }

    private static StatusMark mark(FlowNode node, List<TaskExecution> runs) {
        return runs.isEmpty()
                ? StatusMark.notStarted(node.phase())
                : StatusMark.of(runs.get(runs.size() - 1), node.isLive());
    }

    private static void cells(Svg svg, Branch branch, int left, int top) {
        for (int i = 0; i < branch.members.size(); i++) {
            StatusMark mark = branch.members.get(i).mark;
            int x = left + i % PER_ROW * STEP;
            int y = top + i / PER_ROW * STEP;
            svg.group(branch.members.get(i).label + ": " + mark.word);
            svg.shape(mark, x, y, CELL, CELL);
            if (mark.isProblem() && !mark.hasOutline()) {
                svg.signOnShape(mark, x + CELL / 2.0, y + CELL / 2.0);
            }
            svg.end();
        }
    }

    /** Draws a bar in which the width of each part is its share; a part is at least 6 pixels wide to stay visible. */
    private static void shares(Svg svg, Branch branch, int left, int top) {
        Map<StatusMark, Integer> counts = new EnumMap<>(StatusMark.class);
        branch.members.forEach(member -> counts.merge(member.mark, 1, Integer::sum));
        int width = FlowLayout.NODE_WIDTH - INDENT - 20;
        double x = left;
        for (Map.Entry<StatusMark, Integer> share : counts.entrySet()) {
            double part = Math.max(6, (double) (width - 6 * counts.size()) * share.getValue() / branch.members.size());
            svg.group(share.getValue() + " " + share.getKey().word);
            svg.shape(share.getKey(), x, top, part - 1, CELL).end();
            x += part;
        }
    }
}
