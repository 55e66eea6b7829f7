package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.TaskNames;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The texts in the nodes of the flow. */
final class FlowTexts {

    private final RunRecord run;
    private final String domain;
    private final TaskNames names;

    FlowTexts(RunRecord run) {
        this.run = run;
        this.names = new TaskNames(run);
        this.domain = HostNames.commonDomain(
                run.tasks().stream().map(TaskExecution::hostname).distinct().toList());
    }

    /** Returns what the task does, for the left side. */
    String what(FlowNode node) {
        if (node.isMerged()) {
            return Counted.of(node.ids().size(), "task");
        }
        if (node.planned().isPresent()) {
            TaskKind kind = node.planned().get().kind();
            return kind.hasCommand() ? node.planned().get().command() : TaskNames.what(kind);
        }
        return node.runs().isEmpty() ? "" : names.what(node.runs().get(0));
    }

    /** Returns host, counts and duration of the executions, for the right side. */
    String meta(FlowNode node) {
        if (node.isMerged()) {
            String marks = node.marks().entrySet().stream()
                    .map(mark -> mark.getValue() + " " + mark.getKey().word)
                    .collect(Collectors.joining(", "));
            return marks.isEmpty() ? StatusMark.notStarted(node.phase()).word : marks;
        }
        if (node.runs().isEmpty()) {
            return run.restored().containsKey(node.first())
                    ? "result restored"
                    : StatusMark.notStarted(node.phase()).word;
        }
        TaskExecution last = node.runs().get(node.runs().size() - 1);
        int retries = node.retries();
        List<String> parts = new ArrayList<>();
        parts.add(
                node.isGroup()
                        ? last.result()
                                .flatMap(result -> result.counts())
                                .map(counts -> counts.success() + "/" + counts.total() + " successful")
                                .orElse("")
                        : HostNames.shortened(last.hostname(), domain, 24));
        parts.add(node.executions() > 1 ? node.executions() + " executions" : "");
        parts.add(retries == 0 ? "" : Counted.of(retries, "retry", "retries"));
        parts.add(last.duration().isZero() ? "" : DurationText.brief(last.duration()));
        parts.removeIf(String::isEmpty);
        return parts.isEmpty() ? node.mark().word : String.join(" \u00B7 ", parts);
    }

    /** Returns the tooltip. */
    String title(FlowNode node) {
        if (node.isMerged() || node.runs().isEmpty()) {
            return "Task " + node.name() + ": " + meta(node);
        }
        TaskExecution last = node.runs().get(node.runs().size() - 1);
        String reason = StatusReason.of(last);
        return TaskLabels.of(last) + ": " + (reason.isEmpty() ? node.mark().word : reason)
                + (last.commandLine().isEmpty() ? "" : "\n" + last.commandLine());
    }
}
