package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedDescriptorsTest {

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
    @DisplayName("5.10 the launcher opens closed descriptors, so that no file of Java takes their place")
    void closed(String redirections) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("src/main"));
        Path dist = Files.createDirectories(home.resolve("standalone/dist"));
        for (Path source :
                List.of(home.resolve("standalone/pom.xml"), dist.resolve("pom.xml"), dist.resolve("package.xml"))) {
            Files.writeString(source, "");
        }
        Files.writeString(Files.createDirectories(dist.resolve("target")).resolve("tasker.jar"), "");
        Files.copy(Repository.file("tasker"), home.resolve("tasker"));
        Path seen = home.resolve("seen");
        Commands.program(
                home.resolve("jdk/bin"),
                "java",
                "for fd in 0 1 2; do [ -e /proc/$$/fd/$fd ] && echo $fd >>'" + seen + "'; done");

        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", "exec sh '" + home.resolve("tasker") + "' x.txt " + redirections);
        shell.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        shell.start().waitFor();
        assertThat(seen).content().isEqualTo("0\n1\n2\n");
    }
}
