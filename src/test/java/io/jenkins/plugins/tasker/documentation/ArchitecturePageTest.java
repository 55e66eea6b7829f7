package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {

    private static final String SOURCES = "src/main/java/io/jenkins/plugins/tasker";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]+/)*[A-Z]\\w+");

    private static Markdown page;
    private static List<String> classes;

    @BeforeAll
    static void read() throws IOException {
        page = Markdown.read("docs/architecture.md");
        classes = Repository.files(SOURCES, ".java").stream()
                .map(file ->
                        Repository.file(SOURCES).relativize(file).toString().replace(".java", ""))
                .toList();
    }

    @Test
    @DisplayName("every class that the page names in Where to change what exists")
    void whereToChangeWhat() {
        List<String> named = page.table("Where to change what").column(1).stream()
                .flatMap(cell -> names(cell).stream())
                .filter(name -> CLASS.matcher(name).matches())
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        name -> assertThat(classes).anyMatch(file -> file.equals(name) || file.endsWith("/" + name)));
    }

    @Test
    @DisplayName("the table of packages has a row for each package, and each package has a package-info.java")
    void packages() throws IOException {
        Set<String> packages = classes.stream()
                .map(file -> Path.of(file).getParent().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> listed = page.table("Packages").column(0).stream()
                .flatMap(cell -> names(cell).stream())
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(packages);
        for (String name : packages) {
            assertThat(Files.readString(Repository.file(SOURCES + "/" + name + "/package-info.java")))
                    .startsWith("/**");
        }
    }

    private static List<String> names(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
