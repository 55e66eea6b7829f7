package io.jenkins.plugins.tasker.report;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs for tests of reports. */
public final class SampleRuns {

    private SampleRuns() {}

    /** Returns a run with a loop, a skip, a group with a retry and a time-out, a jump to a handler and a task not started. */
    public static SampleRun deployment() {
        List<PlannedTask> plan = List.of(
                planned(0, "app1.example.com", "check", 1L, null),
                planned(1, "lb1.example.com", "wait-drained", 2L, null),
                planned(2, "localhost", "notify", 5L, null),
                new PlannedTask(
                        new TaskId(5),
                        "",
                        TaskKind.PARALLEL,
                        "",
                        id(9L),
                        Optional.empty(),
                        id(90L),
                        List.of(new TaskId(6), new TaskId(7)),
                        List.of(),
                        Optional.empty()),
                planned(6, "app1.example.com", "deploy", null, null),
                planned(7, "app2.example.com", "deploy", null, null),
                planned(9, "lb1.example.com", "enable", null, null),
                planned(90, "app1.example.com", "rollback <all>", null, null));
        return new SampleRun()
                .add(new RunEvent.WorkflowPlanned(plan))
                .task(key(0), "app1.example.com", "check", 0, "fine\n", 1000)
                .move(key(0), 1, false, "successful")
                .task(repeated(1, 0), "lb1.example.com", "wait-drained", 1, "", 500)
                .pause(1000)
                .task(repeated(1, 1), "lb1.example.com", "wait-drained", 0, "drained\n", 500)
                .move(repeated(1, 1), 2, false, "loop left")
                .skip(key(2), "@NOTIFY@=true")
                .move(key(2), 5, false, "skipped")
                .group(key(5), 2, 6, 7)
                .start(member(5, 6, 0, 0), "app1.example.com", "deploy")
                .pause(2000)
                .end(member(5, 6, 0, 0), 1, "", "port in use\n", 2000, true)
                .pause(1000)
                .start(member(5, 6, 0, 1), "app1.example.com", "deploy")
                .pause(2000)
                .end(member(5, 6, 0, 1), 0, "deployed\n", "", 2000, false)
                .start(member(5, 7, 1, 0), "app2.example.com", "deploy")
                .pause(5000)
                .end(member(5, 7, 1, 0), 124, "", "time limit exceeded\n", 5000, false)
                .groupEnd(key(5), new GroupCounts(1, 1, 1, 0), 10_000)
                .move(key(5), 90, true, "'next=all_success' is not satisfied")
                .task(key(90), "app1.example.com", "rollback <all>", 0, "", 700)
                .runEnd(1, "Task 90 returned 1", key(90));
    }

    /** Returns a run of sequential tasks on seven hosts; every hundredth fails. */
    public static SampleRun sequence(int tasks) {
        List<PlannedTask> plan = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            plan.add(planned(i, "host" + i % 7 + ".example.com", "step " + i, i + 1 < tasks ? i + 1L : null, null));
        }
        SampleRun run = new SampleRun().add(new RunEvent.WorkflowPlanned(plan));
        for (int i = 0; i < tasks; i++) {
            run.task(
                    key(i),
                    "host" + i % 7 + ".example.com",
                    "pbrun -n -h host" + i % 7 + ".example.com step " + i,
                    i % 100 == 99 ? 1 : 0,
                    "step " + i + " done\n",
                    300);
            if (i + 1 < tasks) {
                run.move(key(i), i + 1, false, "successful");
            }
        }
        return run.runEnd(0, "no task follows task " + (tasks - 1), key(tasks - 1));
    }

    /** Returns a run of one group with a task on each host; every ninetieth fails. */
    public static SampleRun fleet(int hosts) {
        long[] members = new long[hosts];
        for (int i = 0; i < hosts; i++) {
            members[i] = i + 10;
        }
        SampleRun run = new SampleRun().group(key(1), 50, members);
        for (int i = 0; i < hosts; i++) {
            run.start(
                    member(1, members[i], i, 0), String.format("web-%05d.example.com", i), "patch --reboot-if-needed");
        }
        for (int i = 0; i < hosts; i++) {
            run.pause(20).end(member(1, members[i], i, 0), i % 90 == 0 ? 1 : 0, "patched\n", "", 20L * (i + 1), false);
        }
        return run.groupEnd(key(1), new GroupCounts(hosts, 0, 0, 0), 20L * hosts)
                .runEnd(0, "no task follows task 1", key(1));
    }

    private static PlannedTask planned(long id, String host, String command, Long following, Long onFailure) {
        return new PlannedTask(
                new TaskId(id),
                host,
                TaskKind.NORMAL,
                command,
                id(following),
                Optional.empty(),
                id(onFailure),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Optional<TaskId> id(Long id) {
        return Optional.ofNullable(id).map(TaskId::new);
    }
}
