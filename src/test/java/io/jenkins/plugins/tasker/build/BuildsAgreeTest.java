package io.jenkins.plugins.tasker.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.build.BuildFile.Dependency;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real build and the standalone build make the same plugin, so what both of them state must be the same. */
class BuildsAgreeTest {

    private static BuildFile real;
    private static BuildFile standalone;
    private static BuildFile dist;
    private static BuildFile packaging;

    @BeforeAll
    static void readBothBuilds() throws Exception {
        real = BuildFile.read("pom.xml");
        standalone = BuildFile.read("standalone/pom.xml");
        dist = BuildFile.read("standalone/dist/pom.xml", standalone);
        packaging = BuildFile.read("standalone/dist/package.xml", standalone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changelist", "jenkins.version"})
    void propertyShouldBeTheSame(String property) {
        assertThat(standalone.property(property)).isEqualTo(real.property(property));
    }

    @Test
    void librariesShouldBeTheSame() {
        List<Dependency> inBoth =
                real.dependencies().stream().filter(d -> !d.isJenkinsPlugin()).toList();

        assertThat(dist.dependencies()).containsAll(inBoth);
        assertThat(inBoth).extracting(Dependency::artifact).contains("jackson-core", "picocli", "jqwik");
    }

    @Test
    void librariesInThePluginShouldBeTheSame() {
        assertThat(real.property("hpi.bundledArtifacts").split(",")).containsExactly("jackson-core", "java-diff-utils");
        assertThat(dist.dependencies())
                .filteredOn(d -> d.scope().isEmpty())
                .extracting(Dependency::artifact)
                .containsExactly("jackson-core", "java-diff-utils");
    }

    @Test
    void pluginsShouldBeTheSame() {
        List<String> inReal = real.dependencies().stream()
                .filter(d -> d.isJenkinsPlugin() && !d.isForTests())
                .map(d -> d.artifact() + (d.optional() ? ";resolution:=optional" : ""))
                .toList();
        List<String> inManifest = Arrays.stream(packaging
                        .text("//property[@name='plugin-dependencies']/@value")
                        .split(","))
                .map(plugin -> plugin.replaceFirst(":[^;]+", ""))
                .toList();

        assertThat(inManifest).containsExactlyInAnyOrderElementsOf(inReal);
    }

    /** The real build takes the plugins' versions from the BOM, the standalone build has them written down. */
    @Test
    void pluginVersionsShouldBeTakenFromTheSameBom() {
        assertThat(standalone.property("plugin-bom.version"))
                .as("plugin-bom.version; after a change take the versions in package.xml from that BOM as well")
                .isEqualTo(real.text("/project/dependencyManagement/dependencies/dependency/version"));
    }

    @ParameterizedTest
    @CsvSource({
        "Group-Id, groupId",
        "Artifact-Id, artifactId",
        "Short-Name, artifactId",
        "Long-Name, name",
        "Url, url",
        "Plugin-License-Name, licenses/license/name",
        "Plugin-License-Url, licenses/license/url",
        "Plugin-ScmUrl, scm/url"
    })
    void manifestShouldSayWhatTheRealBuildSays(String attribute, String element) {
        assertThat(packaging.text("//attribute[@name='" + attribute + "']/@value"))
                .isNotEmpty()
                .isEqualTo(real.text("/project/" + element));
    }
}
