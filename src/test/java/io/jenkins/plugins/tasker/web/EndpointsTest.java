package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checks that the acceptance suite requests every address of the plugin. */
class EndpointsTest {

    private static final String TABLE = "standalone/acceptance/src/test/resources/endpoints.csv";
    private static final String VERBS = "org.kohsuke.stapler.verb.";
    private static final String REQUIRE_POST = "org.kohsuke.stapler.interceptor.RequirePOST";

    private static Endpoints endpoints;

    @BeforeAll
    static void readClasses() {
        endpoints = new Endpoints();
    }

    @Test
    @DisplayName("endpoints.csv has a row for each member that a request can reach, and no other row")
    void tableShouldNameAllEndpoints() throws IOException {
        Set<String> all = new TreeSet<>(endpoints.webMethods());
        all.addAll(endpoints.routes());
        all.addAll(endpoints.views());
        all.addAll(endpoints.commands());

        assertThat(members("GET|POST|CLI")).containsExactlyElementsOf(all);
    }

    @Test
    @DisplayName("each web method declares the verb that the table contains")
    void webMethodsShouldStateTheirVerb() throws IOException {
        Set<String> gets = endpoints.webMethods(VERBS + "GET");
        Set<String> posts = endpoints.webMethods(VERBS + "POST", REQUIRE_POST);

        assertThat(gets).doesNotContainAnyElementsOf(posts);
        assertThat(posts).isEqualTo(webMethods("POST"));
        assertThat(gets).isEqualTo(webMethods("GET"));
    }

    private static Set<String> webMethods(String verb) throws IOException {
        return members(verb).stream().filter(member -> member.contains("#do")).collect(Collectors.toSet());
    }

    private static Set<String> members(String verbs) throws IOException {
        return Files.readAllLines(Repository.file(TABLE)).stream()
                .filter(row -> !row.startsWith("#"))
                .map(row -> List.of(row.split("\\s*\\|\\s*")))
                .filter(cells -> cells.get(1).matches(verbs))
                .map(cells -> cells.get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
