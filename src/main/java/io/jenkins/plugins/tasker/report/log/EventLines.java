package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.ReportWords;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Converts each event to lines of the run log, with the phrases of rule 16.2 word for word. */
final class EventLines {

    /** The maximum number of members of a group that one line names. */
    private static final int NAMED_MEMBERS = 20;

    private final RunLog log;
    private final Supplier<RunRecord> state;
    private boolean dryRun;

    /** The members of the group that runs. */
    private List<String> waveMembers = List.of();

    EventLines(RunLog log, Supplier<RunRecord> state) {
        this.log = log;
        this.state = state;
    }

    void log(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            started(started);
        } else if (event instanceof RunEvent.Note note) {
            note(note);
        } else if (event instanceof RunEvent.ResultRestored restored) {
            TaskResult result = restored.result();
            String host = restored.host().isEmpty() ? "" : "@" + restored.host();
            log.write(
                    host.isEmpty() ? Level.INFO : Level.DEBUG,
                    "Task " + restored.task() + host + ": Restored result of an earlier run: "
                            + ReportWords.of(result.status()) + ", exit code " + result.exitCode());
        } else if (event instanceof RunEvent.TaskSkipped skipped) {
            info(skipped.task(), "Condition '" + skipped.condition() + "' is false, skipping task");
        } else if (event instanceof RunEvent.TaskStarted started) {
            taskStarted(started);
        } else if (event instanceof RunEvent.GroupStarted group) {
            groupStarted(group);
        } else if (event instanceof RunEvent.WaveStarted wave) {
            waveStarted(wave);
        } else if (event instanceof RunEvent.CommandEnded ended) {
            commandEnded(ended);
        } else if (event instanceof RunEvent.SuccessEvaluated success) {
            info(
                    success.task(),
                    "Success condition '" + success.condition() + "' evaluated to: "
                            + (success.value() ? "True" : "False"));
        } else if (event instanceof RunEvent.TaskEnded ended) {
            taskEnded(ended);
        } else if (event instanceof RunEvent.LoopRepeated loop) {
            log.write(
                    Level.INFO,
                    "Task " + loop.task() + ": Looping, repetition " + loop.repetition() + " of " + loop.limit());
        } else if (event instanceof RunEvent.Moved moved) {
            String verb = moved.jump() ? ", jumping to Task " : ", continuing with Task ";
            info(moved.from(), moved.reason() + verb + moved.to());
        } else if (event instanceof RunEvent.Returned returned) {
            info(returned.task(), "Returning with exit code " + returned.code());
        } else if (event instanceof RunEvent.RunEnded ended) {
            new ClosingLines(log, state.get()).log(ended);
        }
    }

    private void note(RunEvent.Note note) {
        if (note.task().isPresent()) {
            log.write(note.level(), note.task().get(), note.text());
        } else {
            log.write(note.level(), note.text());
        }
    }

    private void started(RunEvent.RunStarted started) {
        dryRun = started.dryRun();
        log.always("=== " + started.fileName() + ": " + (dryRun ? "dry run" : "run") + " starts at task "
                + started.start() + " ===");
        log.write(Level.INFO, "Run: " + started.runId());
        log.write(Level.INFO, "Task file: SHA-256 " + started.sha256());
        for (SettingSource setting : started.settings()) {
            log.write(
                    Level.INFO, "Setting: " + setting.name() + " = " + setting.value() + " (" + setting.source() + ")");
        }
    }

    private void taskStarted(RunEvent.TaskStarted started) {
        info(
                started.task(),
                dryRun
                        ? "[DRY RUN] Would execute: " + started.commandLine()
                        : "Executing [" + started.executionType() + "]: " + started.commandLine());
        debug(
                started.task(),
                "Host '" + started.hostname() + "', time limit " + DurationText.exact(started.timeLimit()));
    }

    private void groupStarted(RunEvent.GroupStarted group) {
        Set<String> idle = new HashSet<>(group.idle());
        waveMembers = group.hosts().isEmpty()
                ? group.members().stream()
                        .map(TaskId::toString)
                        .filter(id -> !idle.contains(id))
                        .map(id -> "task " + id)
                        .toList()
                : group.hosts().stream().filter(host -> !idle.contains(host)).toList();
        if (!idle.isEmpty()) {
            info(
                    group.task(),
                    Counted.of(group.idle().size(), "member") + " not run again or left out: "
                            + FoldedHosts.of(group.idle()));
        }
        int members = group.members().size();
        boolean onHosts =
                !group.hosts().isEmpty() || (members == 0 && group.branch().isEmpty());
        if (onHosts) {
            info(
                    group.task(),
                    "Starting on " + Counted.of(waveMembers.size(), "host")
                            + (waveMembers.isEmpty() ? "" : ": " + FoldedHosts.of(waveMembers)));
            if (!waveMembers.isEmpty()) {
                info(group.task(), "At most " + Math.min(group.maxParallel(), waveMembers.size()) + " at a time");
            }
            return;
        }
        info(
                group.task(),
                group.branch()
                        .map(branch -> "Executing " + (branch ? "TRUE" : "FALSE") + " branch")
                        .orElse("Starting parallel execution of " + members + " tasks"));
        String limit = group.timeLimit()
                .map(time -> ", time limit " + DurationText.exact(time))
                .orElse("");
        String inFlight =
                group.branch().isPresent() || members == 0 ? "" : ", at most " + group.maxParallel() + " at a time";
        info(group.task(), "Tasks: " + named(group.members()) + inFlight + limit);
    }

    private void waveStarted(RunEvent.WaveStarted wave) {
        int end = wave.first() + wave.members();
        // A run that continues after an interruption does not log the start of its group again.
        String which = waveMembers.size() < end
                ? "members " + (wave.first() + 1) + "-" + end
                : FoldedHosts.of(waveMembers.subList(wave.first(), end));
        info(wave.task(), "Starting wave " + wave.number() + ": " + which);
    }

    private static String named(List<TaskId> members) {
        return members.isEmpty()
                ? "none"
                : ReportWords.list(members.stream().map(TaskId::toString).toList(), NAMED_MEMBERS);
    }

    private void commandEnded(RunEvent.CommandEnded ended) {
        info(ended.task(), "Exit code: " + ended.result().exitCode());
        OutputLines lines = new OutputLines(log, ended.task(), ended.secrets());
        lines.log(OutputStreamName.STDOUT, ended.result().stdout());
        lines.log(OutputStreamName.STDERR, ended.result().stderr());
    }

    private void taskEnded(RunEvent.TaskEnded ended) {
        TaskResult result = ended.result();
        if (result.counts().isPresent()) {
            info(ended.task(), result.stdout() + (result.stderr().isEmpty() ? "" : ". " + result.stderr()));
        }
        if (!dryRun) {
            info(
                    ended.task(),
                    "Ended: " + ReportWords.of(result.status()) + " after " + DurationText.exact(result.duration()));
        }
    }

    private void info(TaskKey task, String text) {
        log.write(Level.INFO, task, text);
    }

    private void debug(TaskKey task, String text) {
        log.write(Level.DEBUG, task, text);
    }
}
