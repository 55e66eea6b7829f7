package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests each row of {@code endpoints.csv} as each user, with and without a crumb. A rejected request changes nothing. */
@ExtendWith(InstalledPlugin.class)
class EndpointsAcceptanceTest {

    private static final JenkinsServer JENKINS = JenkinsServer.given();

    @TempDir
    private static Path directory;

    private static TestUsers users;
    private static EndpointFixture fixture;
    private static CommandLine commandLine;

    @BeforeAll
    static void createUsersAndJobs() {
        users = TestUsers.in(JENKINS);
        fixture = new EndpointFixture(JENKINS, users);
        commandLine = new CommandLine(JENKINS, directory);
    }

    @AfterAll
    static void deleteUsersAndJobs() {
        if (fixture != null) {
            fixture.close();
        }
        if (users != null) {
            users.close();
        }
    }

    static Stream<Endpoint> endpoints() {
        return Endpoint.all();
    }

    static Stream<Endpoint> posts() {
        return Endpoint.all().filter(Endpoint::isPost);
    }

    static Stream<Endpoint> requests() {
        return Endpoint.all().filter(endpoint -> !endpoint.isCommand());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    void tokenShouldGetTheStatusOfTheTableWithoutCrumb(Endpoint named) {
        SoftAssertions table = new SoftAssertions();
        for (TestUser user : TestUser.values()) {
            Endpoint endpoint = fixture.prepare(named);
            String before = fixture.state();

            String answer = endpoint.isCommand()
                    ? exitCode(endpoint, user)
                    : status(endpoint, request(users.byToken(user), endpoint.verb(), endpoint.address()));

            table.assertThat(answer)
                    .as("%s for %s", endpoint, user)
                    .isEqualTo(endpoint.expected().get(user));
            if (endpoint.isRefused(user)) {
                table.assertThat(fixture.state())
                        .as("builds after %s by %s", endpoint, user)
                        .isEqualTo(before);
            }
        }
        table.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void otherVerbShouldGetTheStatusOfTheTable(Endpoint named) {
        Endpoint endpoint = fixture.prepare(named);

        HttpResponse<String> answer =
                request(users.byToken(TestUser.ADMIN), endpoint.isPost() ? "GET" : "POST", endpoint.address());

        assertThat(Integer.toString(answer.statusCode())).isEqualTo(endpoint.otherVerb());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("posts")
    void sessionWithoutCrumbShouldGet403(Endpoint named) {
        Endpoint endpoint = fixture.prepare(named);
        String before = fixture.state();

        for (TestUser user : TestUsers.withAccount()) {
            assertThat(users.bySession(user)
                            .postWithoutCrumb(endpoint.address())
                            .statusCode())
                    .as("%s for %s", endpoint, user)
                    .isEqualTo(403);
        }

        assertThat(fixture.state()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("posts")
    void sessionWithCrumbShouldGetTheStatusOfTheTable(Endpoint named) {
        for (TestUser user : TestUsers.withAccount()) {
            Endpoint endpoint = fixture.prepare(named);

            HttpResponse<String> answer = users.bySession(user).post(endpoint.address());

            assertThat(status(endpoint, answer))
                    .as("%s for %s", endpoint, user)
                    .isEqualTo(endpoint.expected().get(user));
        }
    }

    @Test
    void projectShouldShowReadableRunsOnly() {
        try (Job hidden = fixture.otherJobOfTheProject()) {
            hidden.run();
            for (String part : new String[] {"", "api/json", "summary"}) {
                String address = fixture.projectPage() + part;

                assertThat(users.byToken(TestUser.ADMIN).text(address))
                        .contains(fixture.job().name(), hidden.name());
                assertThat(users.byToken(TestUser.READ).text(address))
                        .contains(fixture.job().name())
                        .doesNotContain(hidden.name());
            }
            for (String address : new String[] {"tasker/", "tasker/api/json?depth=2"}) {
                assertThat(users.byToken(TestUser.READ).text(address))
                        .contains(fixture.job().name())
                        .doesNotContain(hidden.name());
                assertThat(users.byToken(TestUser.OVERALL).text(address))
                        .doesNotContain(fixture.job().name(), hidden.name());
            }
        }
    }

    private static HttpResponse<String> request(JenkinsServer user, String verb, String address) {
        return verb.equals("POST") ? user.postWithoutCrumb(address) : user.get(address);
    }

    private static String status(Endpoint endpoint, HttpResponse<String> answer) {
        return answer.statusCode() == 200 && !answer.body().contains(endpoint.expectedText())
                ? "nothing"
                : Integer.toString(answer.statusCode());
    }

    private static String exitCode(Endpoint endpoint, TestUser user) {
        CommandLine.Answer answer = commandLine.run(users.byToken(user), endpoint.address());
        return answer.exitCode() == 0 && !answer.output().contains(endpoint.expectedText())
                ? answer.output()
                : Integer.toString(answer.exitCode());
    }
}
