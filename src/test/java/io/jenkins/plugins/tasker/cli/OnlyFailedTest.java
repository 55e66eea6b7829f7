package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlyFailedTest {

    @TempDir
    Path directory;

    private Commands commands;
    private Path repaired;

    @BeforeEach
    void prepare() {
        commands = new Commands(directory);
        repaired = directory.resolve("repaired");
    }

    private int again(String... more) throws IOException {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "-r";
        arguments[1] = "--resume-from=latest";
        arguments[2] = "--start-from=0";
        arguments[3] = "--only-failed";
        System.arraycopy(more, 0, arguments, 4, more.length);
        arguments[more.length + 4] = "deploy.txt";
        return commands.run(arguments);
    }

    /** Writes a file whose task 0 fails on web3 until it is repaired, and appends to a file for each execution. */
    private void fanOut(String hosts, String fields) throws IOException {
        Files.writeString(directory.resolve("deploy.txt"), """
                task=0
                hostnames=%s
                exec=local
                command=sh
                arguments=-c 'echo x >> "$0/$1"; test -e "$2" || test "$1" != web3' %s @host@ %s
                %s
                task=1
                hostname=h
                exec=local
                command=echo
                arguments=good @0_success_hosts@ of @0_total_count@
                """.formatted(hosts, directory, repaired, fields));
    }

    private long executions(String host) throws IOException {
        Path file = directory.resolve(host);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    @Test
    @DisplayName("19.14 hosts that failed or were not started run again, the others keep their results and count")
    void failedHosts() throws IOException {
        fanOut("web[1-6]", "batch=2\nmax_fail=0");
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
        Files.createFile(repaired);
        assertThat(again()).isZero();
        assertThat(commands.out())
                .contains("3 members of task 0 keep", "Task 1: STDOUT: good web1,web2,web3,web4,web5,web6 of 6")
                .doesNotContain("run a second time");
        assertThat(executions("web1")).isEqualTo(1);
        assertThat(executions("web3")).isEqualTo(2);
        assertThat(executions("web6")).isEqualTo(1);
    }

    @Test
    @DisplayName("24.1 the command line that resumes a group repeats only what failed, on the hosts of --limit")
    void suggestion() throws IOException {
        fanOut("web[1-6]", "batch=2\nmax_fail=0");
        assertThat(commands.run("-r", "--limit", "web[1-4]", "deploy.txt")).isEqualTo(14);
        commands.run("show", "latest");
        assertThat(commands.out().lines())
                .anyMatch(
                        line -> line.matches(
                                "To resume: tasker -r --limit='web\\[1-4]' --resume-from=deploy_[0-9_]+ --start-from=0 --only-failed deploy.txt"));
    }

    @Test
    @DisplayName("19.11 a fan-out task with an empty list starts on no host")
    void emptyList() throws IOException {
        Files.writeString(directory.resolve("deploy.txt"), """
                task=0
                hostname=h
                exec=local
                command=true
                task=1
                hostnames=@0_stdout@
                exec=local
                command=true
                """);
        assertThat(commands.run("-r", "deploy.txt")).isZero();
        assertThat(commands.out()).contains("Task 1: Starting on 0 hosts\n").doesNotContain("0 tasks", "At most");
    }

    @Test
    @DisplayName("19.11 tasker show --task names the hosts of a fan-out task")
    void taskHeading() throws IOException {
        fanOut("web[1-3]", "");
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
        assertThat(commands.run("show", "latest", "--task", "0")).isZero();
        assertThat(commands.out()).startsWith("# Task 0 on web[1-3]: failed\n# Task 0@web1: successful\n");
    }

    @Test
    @DisplayName("16.9 log and tasker show count the members that were not started")
    void notStarted() throws IOException {
        fanOut("web[1-6]", "batch=2\nmax_fail=0");
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
        assertThat(commands.out())
                .contains(
                        "4 executed, 3 successful, 1 failed, 0 timed out, 0 skipped, 0 retried, 2 members not started");
        commands.run("show", "latest");
        assertThat(commands.out()).contains("0 skipped, 0 retried, 2 members not started, 1 not started");
    }

    @Test
    @DisplayName("19.11 a repeated group starts on the hosts that run, not on all of them")
    void startLine() throws IOException {
        fanOut("web[1-6]", "");
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
        again();
        assertThat(commands.out())
                .contains("Task 0: Starting on 1 host: web3", "Task 0: At most 1 at a time")
                .doesNotContain("Starting on 6");
    }

    @Test
    @DisplayName("19.14 it can be repeated, and takes what earlier repetitions kept into account")
    void twice() throws IOException {
        fanOut("web[1-3]", "");
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
        assertThat(again()).isEqualTo(14);
        Files.createFile(repaired);
        assertThat(again()).isZero();
        assertThat(executions("web1")).isEqualTo(1);
        assertThat(executions("web3")).isEqualTo(3);
    }

    @Test
    @DisplayName("19.14 hosts that are new in the list run, those that are gone are named and do not count")
    void changedList() throws IOException {
        fanOut("web[1-3]", "");
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
        Files.createFile(repaired);
        fanOut("web[2-4]", "");
        assertThat(again()).isZero();
        assertThat(commands.out()).contains("no longer a member: web1", "new member: web4", "good web2,web3,web4 of 3");
        assertThat(executions("web2")).isEqualTo(1);
    }

    @Test
    @DisplayName("19.14 sub-tasks of a group and of a branch keep their results in the same way")
    void subTasks() throws IOException {
        for (String group : new String[] {
            "type=parallel\ntasks=1,2", "type=conditional\ncondition=true\nif_true_tasks=1,2\nnext=all_success"
        }) {
            Files.deleteIfExists(repaired);
            Files.writeString(directory.resolve("deploy.txt"), """
                    task=0
                    %s
                    task=1
                    hostname=h
                    exec=local
                    command=echo
                    arguments=once
                    task=2
                    hostname=h
                    exec=local
                    command=test
                    arguments=-e %s
                    task=3
                    hostname=h
                    exec=local
                    command=echo
                    arguments=@1_stdout@ and @0_success_count@
                    """.formatted(group, repaired));
            assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
            Files.createFile(repaired);
            assertThat(again()).isZero();
            assertThat(commands.out()).contains("Task 3: STDOUT: once and 2").doesNotContain("Task 0-1: Executing");
        }
    }

    @Test
    @DisplayName("19.14 it needs a record, and a group that ran there")
    void usage() throws IOException {
        fanOut("web[1-3]", "");
        assertThat(commands.run("-r", "--only-failed", "deploy.txt")).isEqualTo(2);
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
        assertThat(commands.run("-r", "--resume-from=latest", "--start-from=1", "--only-failed", "deploy.txt"))
                .isEqualTo(2);
        assertThat(commands.out() + commands.err()).contains("task 1 has no members");
        assertThat(commands.run("-r", "--rerun-unknown", "deploy.txt")).isEqualTo(2);
    }

    @Test
    @DisplayName("19.13 --limit runs fan-out tasks on some hosts and skips the others; tasks with hostname are named")
    void limit() throws IOException {
        fanOut("web[1-6]", "");
        assertThat(commands.run("-r", "--limit", "web[1-4],!web3", "deploy.txt"))
                .isZero();
        assertThat(commands.out())
                .contains("3/6 successful, 3 skipped", "--limit does not limit tasks with 'hostname': 1");
        assertThat(executions("web3")).isZero();
    }

    @Test
    @DisplayName("19.14 hosts that a limit left out are named, and run if the new limit includes them")
    void leftOutHosts() throws IOException {
        fanOut("web[1-6]", "");
        assertThat(commands.run("-r", "--limit", "web[1-4]", "deploy.txt")).isEqualTo(14);
        Files.createFile(repaired);

        assertThat(again()).isEqualTo(2);
        assertThat(commands.out() + commands.err()).contains("left out these hosts in that run: web[5-6]");
        assertThat(executions("web3")).isEqualTo(1);

        assertThat(again("--limit", "web[1-5]")).isZero();
        assertThat(executions("web5")).isEqualTo(1);
        assertThat(executions("web6")).isZero();
        assertThat(executions("web1")).isEqualTo(1);
    }

    @Test
    @DisplayName("19.13 an item that matches no host of any task is a usage error")
    void unmatchedLimit() throws IOException {
        fanOut("web[1-6]", "");
        assertThat(commands.run("-r", "--limit", "web[1-4],db1", "deploy.txt")).isEqualTo(2);
        assertThat(commands.out() + commands.err()).contains("'db1' matches no host");
        assertThat(commands.run("-r", "--limit", "web1\u00a0db2", "deploy.txt")).isEqualTo(2);
        assertThat(commands.out() + commands.err()).contains("'db2' matches no host");
        assertThat(executions("web1")).isZero();
    }
}
