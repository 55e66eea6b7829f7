package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import io.jenkins.plugins.tasker.documentation.Markdown.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

    static Stream<String> pages() throws IOException {
        return Repository.files("", ".md").stream().map(Markdown::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("every link refers to an existing file of this repository, and to one of its headings")
    void linksResolve(String name) throws IOException {
        List<String> broken = new ArrayList<>();
        Markdown page = Markdown.read(name);
        for (Link link : page.links()) {
            if (!link.target().contains("://") && !resolves(name, page, link.target())) {
                broken.add(name + ":" + link.line() + ": " + link.target());
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean resolves(String name, Markdown page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = Repository.file(name).resolveSibling(parts[0]).normalize();
        if (parts[0].isEmpty()) {
            return page.hasAnchor(parts[1]);
        }
        if (parts.length == 1 || !parts[0].endsWith(".md")) {
            return Files.exists(file);
        }
        return Files.exists(file) && Markdown.read(Markdown.name(file)).hasAnchor(parts[1]);
    }
}
