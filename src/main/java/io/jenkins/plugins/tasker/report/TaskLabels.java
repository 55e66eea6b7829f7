package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.OnHost;
import java.util.List;
import java.util.stream.Collectors;

/** Labels of task executions (rule 16.3). An execution has the label of its last attempt. */
public final class TaskLabels {

    private static final int NAMED = 12;

    /** From how many tasks on their hosts are folded. */
    private static final int FOLDED = 4;

    private TaskLabels() {}

    /** Returns the label, such as {@code Task 5-6.1}. */
    public static String of(TaskExecution task) {
        return lastAttempt(task).label();
    }

    /** Returns the label with its host, such as {@code Task 5-6.1 on web1}; of a fan-out task, with all of its hosts. */
    public static String onHost(TaskExecution task) {
        return OnHost.of(of(task), hostColumn(task));
    }

    /** Names tasks with their hosts; the hosts of more than three tasks are folded (rule 24.3). */
    public static String folded(List<TaskExecution> tasks) {
        if (tasks.size() < FOLDED) {
            return tasks.stream().map(TaskLabels::onHost).collect(Collectors.joining(", "));
        }
        List<String> numbers = tasks.stream()
                .map(task -> task.key().isOnHost() ? task.key().task().toString() : number(task))
                .distinct()
                .toList();
        List<String> hosts = tasks.stream()
                .map(TaskExecution::hostname)
                .filter(host -> !host.isEmpty())
                .toList();
        String named = (numbers.size() == 1 ? "Task " : "Tasks ") + ReportWords.list(numbers, NAMED);
        return hosts.isEmpty() ? named : named + " on " + FoldedHosts.of(hosts);
    }

    /** Returns the host; the folded hosts of a fan-out task (rule 19.11), and the kind of another group. */
    public static String hosts(TaskExecution task) {
        return task.group()
                .map(RunEvent.GroupStarted::hosts)
                .filter(hosts -> !hosts.isEmpty())
                .map(FoldedHosts::of)
                .orElseGet(task::hostname);
    }

    /** Returns the hosts for a table with a column for them: those of {@link #hosts}, but empty for other groups. */
    public static String hostColumn(TaskExecution task) {
        boolean subTasks = task.group().filter(group -> group.hosts().isEmpty()).isPresent();
        return subTasks ? "" : hosts(task);
    }

    /** Returns the label without its first word, such as {@code 5-6.1}, for tables. */
    public static String number(TaskExecution task) {
        return number(lastAttempt(task));
    }

    /** Returns the label of an attempt without its first word. */
    public static String number(TaskKey attempt) {
        return attempt.label().substring("Task ".length());
    }

    private static TaskKey lastAttempt(TaskExecution task) {
        return task.attempts().isEmpty()
                ? task.key()
                : task.attempts().get(task.attempts().size() - 1).started().task();
    }
}
