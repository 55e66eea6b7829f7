package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests what a passed connection test proves, and which part of a host name is an address. */
@Timeout(30)
class HostConnectionTest {

    private static final Programs ALL = FakePrograms.with("ping", "pbrun", "ssh");
    private static final HostValidationOptions NAMES = options(Checks.STANDARD);
    private static final HostValidationOptions CONNECTIONS = options(new Checks(true, true, true, false));

    private final FakeHosts network = new FakeHosts();

    @Test
    @DisplayName("14.2 A host whose connection test passes is reachable, whatever DNS and ping report")
    void passedConnectionOutranksNetwork() throws Exception {
        assertThat(validate(CONNECTIONS, "alias1", "filtered1").isPassed()).isTrue();
        assertThat(validate(CONNECTIONS, "alias1", "filtered1").counts()).isEqualTo(new HostCounts(2, 2, 2));
        assertThat(validate(NAMES, "alias1", "filtered1").exitCode()).isEqualTo(60);
    }

    @Test
    @DisplayName("14.2 A connection test proves nothing if the type has none or its program is missing")
    void missingConnectionTestProvesNothing() throws Exception {
        assertThat(validator(FakePrograms.with("ping"))
                        .validate(workflow(task(0, "alias1", "pbrun")), CONNECTIONS)
                        .failures())
                .extracting(HostFailure::exitCode)
                .contains(HostFailure.NAME);
    }

    @Test
    @DisplayName("5.9 For ssh the part after the last @ is resolved and pinged, and the test receives the whole name")
    void userOfSshIsNoPartOfAddress() throws Exception {
        Workflow workflow = workflow(task(0, "root@web1", "ssh") + task(1, "jdoe@root@web2", "ssh"));

        HostValidation result = validator(ALL).validate(workflow, CONNECTIONS);

        assertThat(result.isPassed()).isTrue();
        assertThat(network.lookups).containsExactlyInAnyOrder("web1", "web2");
        assertThat(network.commands)
                .containsExactlyInAnyOrder(
                        "ping -c 1 -W 1 web1",
                        "ping -c 1 -W 1 web2",
                        "ssh -o BatchMode=yes root@web1 echo OK",
                        "ssh -o BatchMode=yes jdoe@root@web2 echo OK");
    }

    @Test
    @DisplayName("5.9 For other types the whole host name is resolved")
    void userOfOtherTypesIsPartOfName() throws Exception {
        validate(NAMES, "root@web1");

        assertThat(network.lookups).containsExactly("root@web1");
    }

    private static HostValidationOptions options(Checks checks) {
        return HostValidationOptions.of(TaskDefaults.STANDARD, checks, RunMode.REAL_RUN);
    }

    private HostValidation validate(HostValidationOptions options, String... hosts) throws Exception {
        String text = IntStream.range(0, hosts.length)
                .mapToObj(i -> task(i, hosts[i], "pbrun"))
                .collect(Collectors.joining());
        return validator(ALL).validate(workflow(text), options);
    }

    private HostValidator validator(Programs programs) {
        Duration limit = Duration.ofSeconds(1);
        return new HostValidator(
                ExecutionTypes.builtIn(),
                network,
                programs,
                network,
                NodeTypes.NONE,
                new HostLimits(limit, limit, limit, 50));
    }

    private static Workflow workflow(String text) {
        return Workflow.of(TaskFileParser.parse(text), Map.of());
    }

    private static String task(int id, String host, String type) {
        return "task=" + id + "\nhostname=" + host + "\ncommand=c\nexec=" + type + "\n";
    }
}
