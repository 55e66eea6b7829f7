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

/** Compares the elements that the plugin build and the standalone build share, because both build the same plugin. */
class BuildsAgreeTest {

    private static BuildFile pluginBuild;
    private static BuildFile standalone;
    private static BuildFile dist;
    private static BuildFile packaging;

    @BeforeAll
    static void readBothBuilds() throws Exception {
        pluginBuild = BuildFile.read("pom.xml");
        standalone = BuildFile.read("standalone/pom.xml");
        dist = BuildFile.read("standalone/dist/pom.xml", standalone);
        packaging = BuildFile.read("standalone/dist/package.xml", standalone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changelist", "jenkins.version"})
    void propertyShouldBeTheSame(String property) {
        assertThat(standalone.property(property)).isEqualTo(pluginBuild.property(property));
    }

    @Test
    void librariesShouldBeTheSame() {
        List<Dependency> inBoth = pluginBuild.dependencies().stream()
                .filter(d -> !d.isJenkinsPlugin())
                .toList();

        assertThat(dist.dependencies()).containsAll(inBoth);
        assertThat(inBoth).extracting(Dependency::artifact).contains("jackson-core", "picocli", "jqwik");
    }

    @Test
    void librariesInThePluginShouldBeTheSame() {
        assertThat(pluginBuild.property("hpi.bundledArtifacts").split(","))
                .containsExactly("jackson-core", "java-diff-utils", "re2j");
        assertThat(dist.dependencies())
                .filteredOn(d -> d.scope().isEmpty())
                .extracting(Dependency::artifact)
                .containsExactly("jackson-core", "re2j", "java-diff-utils");
    }

    @Test
    void pluginsShouldBeTheSame() {
        List<String> inPluginBuild = pluginBuild.dependencies().stream()
                .filter(d -> d.isJenkinsPlugin() && !d.isForTests())
                .map(d -> d.artifact() + (d.optional() ? ";resolution:=optional" : ""))
                .toList();
        List<String> inManifest = Arrays.stream(packaging
                        .text("//property[@name='plugin-dependencies']/@value")
                        .split(","))
                .map(plugin -> plugin.replaceFirst(":[^;]+", ""))
                .toList();

        assertThat(inManifest).containsExactlyInAnyOrderElementsOf(inPluginBuild);
    }

    /** The plugin build takes the versions of plugins from the BOM; the standalone build lists them. */
    @Test
    void pluginVersionsShouldBeTakenFromTheSameBom() {
        assertThat(standalone.property("plugin-bom.version"))
                .as("plugin-bom.version; after a change, copy the versions of that BOM into package.xml")
                .isEqualTo(pluginBuild.text("/project/dependencyManagement/dependencies/dependency/version"));
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
    void manifestShouldMatchThePluginBuild(String attribute, String element) {
        assertThat(packaging.text("//attribute[@name='" + attribute + "']/@value"))
                .isNotEmpty()
                .isEqualTo(pluginBuild.text("/project/" + element));
    }
}
