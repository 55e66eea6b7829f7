package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports and applies the settings of Tasker with the plugin configuration-as-code; skipped if it is missing. */
@ExtendWith(InstalledPlugin.class)
class ConfigurationAsCodeAcceptanceTest {

    private static final String PLUGIN = "manage/configuration-as-code/";

    private static final String EVERYTHING = """
            unclassified:
              tasker:
                agentReconnectTimeout: 20
                defaultInventory: "web[01:20]"
                defaultTimeout: 60
                defaultType: "ssh"
                executionTypes:
                - allowed: false
                  name: "p7s"
                - fallback: "nice"
                  name: "wrap"
                  quoting: "posix"
                  run: "wrap {hostname} {command} {arguments}"
                  test: "wrap {hostname} echo OK"
                maxBuildOutput: 100
                maxExecutions: 5000
                maxParallel: 50
                maxRecordSize: 20
                maxTaskOutput: 5
                maxTasks: 500
                maxTimeout: 1800
                sharedConnections: false
            """;

    private final JenkinsServer jenkins = JenkinsServer.given();
    private String before;

    @BeforeEach
    void export() {
        HttpResponse<String> export = jenkins.post(PLUGIN + "export");
        assumeTrue(export.statusCode() == 200, "the plugin configuration-as-code is missing");
        before = section(export.body());
    }

    @AfterEach
    void restore() {
        if (before != null) {
            apply(
                    "unclassified:\n  tasker:\n    executionTypes: []\n    defaultType: \"\"\n    defaultInventory: \"\"\n");
            apply(before);
        }
    }

    private HttpResponse<String> apply(String yaml) {
        return jenkins.post(PLUGIN + "apply", "text/yaml", BodyPublishers.ofString(yaml));
    }

    private String exported() {
        return section(jenkins.post(PLUGIN + "export").body());
    }

    /** Returns the section of Tasker as a document of its own. */
    private static String section(String export) {
        boolean[] within = {false};
        return export.lines()
                .filter(line -> {
                    boolean begins = line.equals("  tasker:");
                    within[0] = begins || (within[0] && line.startsWith("    "));
                    return within[0];
                })
                .collect(Collectors.joining("\n", "unclassified:\n", "\n"));
    }

    @Test
    void appliedSettingsShouldBeExportedUnchanged() {
        assertThat(apply(EVERYTHING).statusCode()).isEqualTo(200);
        assertThat(exported()).isEqualTo(EVERYTHING);

        assertThat(apply(exported()).statusCode()).isEqualTo(200);
        assertThat(exported()).isEqualTo(EVERYTHING);
    }

    @Test
    void formerNameOfTheReconnectTimeoutShouldBeApplied() {
        assertThat(apply("unclassified:\n  tasker:\n    agentPatience: 33\n").statusCode())
                .isEqualTo(200);

        assertThat(exported()).contains("agentReconnectTimeout: 33").doesNotContain("agentPatience");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxParallel: -1",
                "defaultTimeout: -5",
                "maxTimeout: 3",
                "maxTasks: -1",
                "maxExecutions: -1",
                "maxRecordSize: -1",
                "agentReconnectTimeout: 0",
                "agentPatience: 0",
                "executionTypes: [{name: \"wrap\", run: \"wrap {comand}\"}]",
                "executionTypes: [{name: \"ssh\"}, {name: \"ssh\"}]"
            })
    void invalidSettingShouldBeRejectedAndChangeNothing(String setting) {
        HttpResponse<String> answer = apply("unclassified:\n  tasker:\n    " + setting + "\n");

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(exported()).isEqualTo(before);
    }
}
