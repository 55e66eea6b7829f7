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

/** Walks {@code endpoints.csv}: who gets what, over which verb, with and without crumb; where it is refused nothing happens. */
@ExtendWith(InstalledPlugin.class)
class EndpointsAcceptanceTest {

    private static final JenkinsServer JENKINS = JenkinsServer.given();

    @TempDir
    private static Path directory;

    private static People people;
    private static Scene scene;
    private static CommandLine commandLine;

    @BeforeAll
    static void letPeopleIn() {
        people = People.in(JENKINS);
        scene = new Scene(JENKINS, people);
        commandLine = new CommandLine(JENKINS, directory);
    }

    @AfterAll
    static void letNobodyIn() {
        if (scene != null) {
            scene.close();
        }
        if (people != null) {
            people.close();
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
    void everybodyShouldGetWhatTheTableSaysWithoutCrumbButWithToken(Endpoint named) {
        SoftAssertions table = new SoftAssertions();
        for (Person person : Person.values()) {
            Endpoint endpoint = scene.prepare(named);
            String before = scene.state();

            String answer = endpoint.isCommand()
                    ? exitCode(endpoint, person)
                    : status(endpoint, request(people.program(person), endpoint.verb(), endpoint.address()));

            table.assertThat(answer)
                    .as("%s for %s", endpoint, person)
                    .isEqualTo(endpoint.expected().get(person));
            if (endpoint.isRefused(person)) {
                table.assertThat(scene.state())
                        .as("builds after %s by %s", endpoint, person)
                        .isEqualTo(before);
            }
        }
        table.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void otherVerbShouldGetWhatTheTableSays(Endpoint named) {
        Endpoint endpoint = scene.prepare(named);

        HttpResponse<String> answer =
                request(people.program(Person.ADMIN), endpoint.isPost() ? "GET" : "POST", endpoint.address());

        assertThat(Integer.toString(answer.statusCode())).isEqualTo(endpoint.otherVerb());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("posts")
    void sessionWithoutCrumbShouldGetNothing(Endpoint named) {
        Endpoint endpoint = scene.prepare(named);
        String before = scene.state();

        for (Person person : People.withAccount()) {
            assertThat(people.browser(person)
                            .postWithoutCrumb(endpoint.address())
                            .statusCode())
                    .as("%s for %s", endpoint, person)
                    .isEqualTo(403);
        }

        assertThat(scene.state()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("posts")
    void sessionWithCrumbShouldGetWhatTheTableSays(Endpoint named) {
        for (Person person : People.withAccount()) {
            Endpoint endpoint = scene.prepare(named);

            HttpResponse<String> answer = people.browser(person).post(endpoint.address());

            assertThat(status(endpoint, answer))
                    .as("%s for %s", endpoint, person)
                    .isEqualTo(endpoint.expected().get(person));
        }
    }

    @Test
    void projectShouldTellOnlyOfRunsThatTheViewerMayRead() {
        try (Job hidden = scene.otherJobOfTheProject()) {
            hidden.run();
            for (String part : new String[] {"", "api/json", "summary"}) {
                String address = scene.projectPage() + part;

                assertThat(people.program(Person.ADMIN).text(address))
                        .contains(scene.job().name(), hidden.name());
                assertThat(people.program(Person.READ).text(address))
                        .contains(scene.job().name())
                        .doesNotContain(hidden.name());
            }
            for (String address : new String[] {"tasker/", "tasker/api/json?depth=2"}) {
                assertThat(people.program(Person.READ).text(address))
                        .contains(scene.job().name())
                        .doesNotContain(hidden.name());
                assertThat(people.program(Person.OVERALL).text(address))
                        .doesNotContain(scene.job().name(), hidden.name());
            }
        }
    }

    private static HttpResponse<String> request(JenkinsServer user, String verb, String address) {
        return verb.equals("POST") ? user.postWithoutCrumb(address) : user.get(address);
    }

    private static String status(Endpoint endpoint, HttpResponse<String> answer) {
        return answer.statusCode() == 200 && !answer.body().contains(endpoint.tells())
                ? "nothing"
                : Integer.toString(answer.statusCode());
    }

    private static String exitCode(Endpoint endpoint, Person person) {
        CommandLine.Answer answer = commandLine.run(people.program(person), endpoint.address());
        return answer.exitCode() == 0 && !answer.output().contains(endpoint.tells())
                ? answer.output()
                : Integer.toString(answer.exitCode());
    }
}
