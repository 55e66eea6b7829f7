package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, with a script in place of Java that prints the environment it gets. */
@DisabledOnOs(OS.WINDOWS)
@DisplayName("5.10 The environment that commands inherit")
class CallerEnvironmentTest {

    @TempDir
    private Path home;

    private Map<String, String> environmentOfJava(Map<String, String> callers) throws IOException {
        Files.createDirectories(home.resolve("src/main"));
        Path dist = Files.createDirectories(home.resolve("standalone/dist"));
        for (Path source :
                List.of(home.resolve("standalone/pom.xml"), dist.resolve("pom.xml"), dist.resolve("package.xml"))) {
            Files.writeString(source, "");
        }
        Files.writeString(Files.createDirectories(dist.resolve("target")).resolve("tasker.jar"), "");
        Files.copy(Repository.file("tasker"), home.resolve("tasker"));
        Commands.program(Files.createDirectories(home.resolve("jdk/bin")), "java", "exec env");

        ProcessBuilder launcher =
                new ProcessBuilder("/bin/sh", home.resolve("tasker").toString());
        launcher.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        launcher.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        launcher.environment().putAll(callers);
        Process process = launcher.redirectErrorStream(true).start();
        Map<String, String> environment = new HashMap<>();
        new String(process.getInputStream().readAllBytes())
                .lines()
                .filter(line -> line.contains("="))
                .forEach(line -> environment.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return environment;
    }

    @Test
    @DisplayName("has the locale of the caller, although Java runs in UTF-8")
    void localeC() throws IOException {
        Map<String, String> java = environmentOfJava(Map.of("LC_ALL", "C"));

        assertThat(java).containsEntry("LC_ALL", "C.UTF-8");
        assertThat(CallerEnvironment.of(java)).containsEntry("LC_ALL", "C").doesNotContainKey("TASKER_CALLERS_LC_ALL");
    }

    @Test
    @DisplayName("has no locale if the caller has none, as in cron")
    void noLocale() throws IOException {
        Map<String, String> java = environmentOfJava(Map.of());

        assertThat(java).containsEntry("LC_ALL", "C.UTF-8");
        assertThat(CallerEnvironment.of(java)).doesNotContainKeys("LC_ALL", "TASKER_CALLERS_LC_ALL");
    }

    @Test
    @DisplayName("keeps another character set of the caller, whose command line is written in it")
    void otherCharacterSet() throws IOException {
        Map<String, String> java = environmentOfJava(Map.of("LANG", "de_DE.ISO-8859-1"));

        assertThat(java).doesNotContainKeys("LC_ALL", "TASKER_CALLERS_LC_ALL");
        assertThat(CallerEnvironment.of(java)).isSameAs(java);
    }
}
