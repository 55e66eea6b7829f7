package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HostValidatorTest {

    private static final Programs ALL = FakePrograms.with("ping", "pbrun", "p7s", "wwrs_clir", "ssh");
    private static final HostLimits SHORT =
            new HostLimits(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(200), 50);
    private static final Checks CONNECTIONS = new Checks(true, true, true, false);
    private static final HostValidationOptions OPTIONS = options(TaskDefaults.STANDARD, Checks.STANDARD);
    private static final HostValidationOptions WITH_CONNECTIONS = options(TaskDefaults.STANDARD, CONNECTIONS);

    private final FakeHosts network = new FakeHosts();
    private HostLimits limits = SHORT;

    @Test
    @DisplayName("14.1 Each host of any task is tested once, including sub-tasks and unreachable tasks")
    void eachHostIsTestedOnce() throws Exception {
        Workflow workflow = Workflow.of(
                TaskFileParser.parse("H=web1\ntask=0\ntype=parallel\ntasks=1,2\n" + task(1, "@H@", "")
                        + task(2, "web2", "") + task(3, "web1", "exec=p7s\nnext=never") + task(4, "db1", "")),
                Map.of());

        HostValidation result = validator(ALL).validate(workflow, OPTIONS);

        assertThat(result.counts().tested()).isEqualTo(3);
        assertThat(result.isPassed()).isTrue();
        assertThat(network.lookups).containsExactlyInAnyOrder("web1", "web2", "db1");
        assertThat(network.commands)
                .containsExactlyInAnyOrder("ping -c 1 -W 1 web1", "ping -c 1 -W 1 web2", "ping -c 1 -W 1 db1");
    }

    @Test
    @DisplayName("14.1 Hosts of local tasks are left out, whether exec or the default makes them local")
    void localTasksAreLeftOut() throws Exception {
        Workflow workflow = workflow(task(0, "web1", "exec=local") + task(1, "web2", ""));

        HostValidation result = validator(ALL)
                .validate(workflow, options(new TaskDefaults("local", Duration.ofSeconds(30)), Checks.STANDARD));

        assertThat(result.counts().tested()).isZero();
        assertThat(network.lookups).isEmpty();
        assertThat(result.lines()).hasToString("[[INFO] Host validation passed (0 hosts)]");
    }

    @Test
    @DisplayName("14.1 A host name from a task's result is left out and reported")
    void namesFromResultsAreLeftOut() throws Exception {
        Workflow workflow = workflow(task(0, "web1", "") + task(1, "@0_stdout@", ""));

        HostValidation result = validator(ALL).validate(workflow, OPTIONS);

        assertThat(network.lookups).containsExactly("web1");
        assertThat(result.lines().get(0))
                .hasToString("[INFO] Task 1: host name '@0_stdout@' is known at run time only and is not validated");
    }

    @Test
    @DisplayName("14.2 A name that does not resolve gives 21, and the host is not pinged")
    void unknownName() throws Exception {
        HostValidation result = validate(OPTIONS, "unknown1");

        assertThat(result.exitCode()).isEqualTo(21);
        assertThat(result.failures())
                .hasToString("[Host unknown1: the name does not resolve: not known to anyone [21]]");
        assertThat(network.commands).isEmpty();
    }

    @Test
    @DisplayName("14.2 A host that does not answer a ping gives 60")
    void silentHost() throws Exception {
        HostValidation result = validate(OPTIONS, "silent1");

        assertThat(result.exitCode()).isEqualTo(60);
        assertThat(result.failures()).hasToString("[Host silent1: no answer to a ping within 200 ms [60]]");
    }

    @Test
    @DisplayName("14.2 A ping that does not stop is terminated and reported like any other")
    void endlessPing() throws Exception {
        HostValidation result = validate(OPTIONS, "deaf1");

        assertThat(result.failures()).hasToString("[Host deaf1: no answer to a ping within 200 ms [60]]");
        assertThat(network.limits).containsExactly(SHORT.ping().plusSeconds(1));
    }

    @Test
    @DisplayName("14.2 Without the ping program, the platform's own test is used")
    void withoutPing() throws Exception {
        HostValidation result = validator(FakePrograms.with("pbrun"))
                .validate(workflow(task(0, "web1", "") + task(1, "silent1", "")), OPTIONS);

        assertThat(network.commands).isEmpty();
        assertThat(result.failures()).hasToString("[Host silent1: no answer to a ping within 200 ms [60]]");
    }

    @Test
    @DisplayName("14.2 The full name replaces the short one")
    void fullNameReplacesShortOne() throws Exception {
        HostValidation result = validate(OPTIONS.withFullName(name -> name + ".example.com"), "web1", "unknown1");

        assertThat(network.lookups).containsExactlyInAnyOrder("web1.example.com", "unknown1.example.com");
        assertThat(result.fullNames()).containsEntry("web1", "web1.example.com");
        assertThat(result.failures().get(0).subject()).isEqualTo("Host unknown1.example.com");
    }

    @Test
    @DisplayName("14.3 Connections are tested only on request, once for each type and host")
    void connectionsAreTestedOnce() throws Exception {
        Workflow workflow =
                workflow(task(0, "web1", "") + task(1, "web1", "") + task(2, "web1", "exec=ssh") + task(3, "web2", ""));

        validator(ALL).validate(workflow, OPTIONS);
        assertThat(network.commands).allMatch(command -> command.startsWith("ping"));

        assertThat(validator(ALL).validate(workflow, WITH_CONNECTIONS).isPassed())
                .isTrue();
        assertThat(network.commands.stream().filter(command -> !command.startsWith("ping")))
                .containsExactlyInAnyOrder(
                        "pbrun -n -h web1 pbtest", "pbrun -n -h web2 pbtest", "ssh -o BatchMode=yes web1 echo OK");
    }

    @Test
    @DisplayName("14.3 A connection test must end with 0, in time, and print a line that is OK; else 61")
    void failingConnections() throws Exception {
        HostValidation result = validate(WITH_CONNECTIONS, "refusing1", "mute1", "expired1", "slow1", "web1");

        assertThat(result.exitCode()).isEqualTo(61);
        assertThat(result.failures().stream().map(HostFailure::toString))
                .containsExactly(
                        "Host refusing1 (pbrun): the connection test ended with exit code 255: permission\\x1B denied [61]",
                        "Host mute1 (pbrun): the connection test did not print a line that is OK, but: welcome [61]",
                        "Host expired1 (pbrun): the connection test did not print a line that is OK, but: TOKEN EXPIRED\\nNOT OK [61]",
                        "Host slow1 (pbrun): the connection test did not end within 200 ms [61]");
    }

    @Test
    @DisplayName("14.4 A type without its program gives 61, once; its fallback is sufficient")
    void missingProgram() throws Exception {
        Workflow workflow = workflow(
                task(0, "web1", "") + task(1, "web2", "") + task(2, "web3", "exec=wwrs") + task(3, "web4", "exec=ssh"));

        HostValidation result = validator(FakePrograms.with("ping", "wwrs_cli")).validate(workflow, WITH_CONNECTIONS);

        assertThat(result.exitCode()).isEqualTo(61);
        assertThat(result.failures().stream().map(HostFailure::toString))
                .containsExactly(
                        "Execution type pbrun: program pbrun is not on PATH; install it where the commands run, or use another execution type [61]",
                        "Execution type ssh: program ssh is not on PATH; install it where the commands run, or use another execution type [61]");
        assertThat(network.commands).contains("wwrs_cli web3 wwrs_test");
    }

    @Test
    @DisplayName("14.4 In a plain dry run a missing program is a warning")
    void missingProgramInDryRun() throws Exception {
        HostValidation result = validator(FakePrograms.with("ping"))
                .validate(
                        workflow(task(0, "web1", "")),
                        HostValidationOptions.of(TaskDefaults.STANDARD, Checks.STANDARD, RunMode.DRY_RUN));

        assertThat(result.isPassed()).isTrue();
        assertThat(result.lines().get(0))
                .hasToString(
                        "[WARN] Execution type pbrun: program pbrun is not on PATH; install it where the commands run, or use another execution type [61]");
    }

    @Test
    @DisplayName("14.5 Every failing host is named, in the order of the tasks, and the highest exit code applies")
    void everyFailingHostIsNamed() throws Exception {
        HostValidation result = validate(WITH_CONNECTIONS, "refusing1", "unknown1", "web1", "silent1", "unknown2");

        assertThat(result.exitCode()).isEqualTo(61);
        assertThat(result.failures().stream().map(HostFailure::subject))
                .containsExactly("Host refusing1 (pbrun)", "Host unknown1", "Host silent1", "Host unknown2");
        assertThat(result.counts()).isEqualTo(new HostCounts(5, 3, 2));
    }

    @Test
    @DisplayName("14.2 50 hanging hosts of 1000 delay the result by their own limit only")
    void hangingHostsDelayByTheirLimitOnly() throws Exception {
        String[] names = IntStream.range(0, 1000)
                .mapToObj(i -> (i % 20 == 7 ? "hanging" : "web") + i)
                .toArray(String[]::new);
        List<Integer> progress = Collections.synchronizedList(new ArrayList<>());
        // The other hosts must stay well below the limit, even on a busy machine.
        Duration limit = Duration.ofSeconds(3);
        limits = new HostLimits(limit, limit, limit, 50);
        long start = System.nanoTime();

        HostValidation result = validate(OPTIONS.withProgress((done, hosts) -> progress.add(done)), names);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.multipliedBy(5));
        assertThat(result.failures())
                .hasSize(50)
                .allSatisfy(failure -> assertThat(failure.reason()).isEqualTo("the name does not resolve within 3 s"));
        assertThat(progress).hasSize(1001).isSorted().startsWith(0).endsWith(1000);
        assertThat(network.mostAtOnce).hasValueLessThanOrEqualTo(100);
    }

    @Test
    @DisplayName("17.1 An interrupt ends the validation and kills running commands")
    void interruptKillsRunningCommands() throws Exception {
        Thread tests = Thread.currentThread();
        Thread user = new Thread(() -> {
            try {
                network.hanging.await();
                tests.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        user.start();

        assertThatThrownBy(() -> new HostValidator(ExecutionTypes.builtIn(), network, ALL, network, NodeTypes.NONE)
                        .validate(workflow(task(0, "stuck1", "")), OPTIONS))
                .isInstanceOf(InterruptedException.class);
        user.join();
        for (int i = 0; i < 100 && network.killed.get() == 0; i++) {
            Thread.sleep(20);
        }
        assertThat(network.killed).hasValue(1);
    }

    @Test
    @DisplayName("14.2 localhost resolves and is reachable, and an empty name does not resolve")
    void realNames() throws Exception {
        HostResolver.local().resolve("localhost");
        assertThat(HostResolver.local().isReachable("localhost", Duration.ofSeconds(5)))
                .isTrue();
        assertThatThrownBy(() -> HostResolver.local().resolve("")).hasMessage("the name is empty");
    }

    private static HostValidationOptions options(TaskDefaults defaults, Checks checks) {
        return HostValidationOptions.of(defaults, checks, RunMode.REAL_RUN);
    }

    private HostValidation validate(HostValidationOptions options, String... hosts) throws Exception {
        String text = IntStream.range(0, hosts.length)
                .mapToObj(i -> task(i, hosts[i], ""))
                .collect(Collectors.joining());
        return validator(ALL).validate(workflow(text), options);
    }

    private HostValidator validator(Programs programs) {
        return new HostValidator(ExecutionTypes.builtIn(), network, programs, network, NodeTypes.NONE, limits);
    }

    private static Workflow workflow(String text) {
        return Workflow.of(TaskFileParser.parse(text), Map.of());
    }

    private static String task(int id, String host, String more) {
        return "task=" + id + "\nhostname=" + host + "\ncommand=c\n" + more + "\n";
    }
}
