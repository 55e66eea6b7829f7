package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jenkins.plugins.tasker.Repository;
import io.jenkins.plugins.tasker.documentation.Markdown.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    /** {@code RuleCoverageTest} covers the language, {@code UserDocumentTest} the user's document. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of("docs/language.md", "docs/tasker-2.0.md");

    private static final Set<String> FILES = Set.of("ini", "properties");
    private static final Set<String> COMMANDS = Set.of("sh", "console");
    private static final Set<String> NOT_EXECUTED = Set.of("text", "yaml", "json", "xml", "java");

    @TestFactory
    @DisplayName("the task files of a page run, and its commands print the lines shown")
    Stream<DynamicContainer> pages(@TempDir Path directory) throws IOException {
        List<DynamicContainer> pages = new ArrayList<>();
        for (String name : names()) {
            Markdown page = Markdown.read(name);
            pages.add(dynamicContainer(name, steps(page, new PageRun(directory.resolve("page" + pages.size())))));
        }
        return pages.stream();
    }

    private static List<String> names() throws IOException {
        return Stream.of(
                        Stream.of("README.md", "CONTRIBUTING.md"),
                        Repository.files("docs", ".md").stream().map(Markdown::name),
                        Repository.files("editors", ".md").stream().map(Markdown::name))
                .flatMap(names -> names)
                .filter(name -> !TESTED_ELSEWHERE.contains(name))
                .toList();
    }

    private static List<DynamicTest> steps(Markdown page, PageRun run) {
        List<DynamicTest> steps = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (block.notRun().isPresent()) {
                continue;
            }
            if (FILES.contains(block.language())) {
                steps.add(step(page, block.line(), block.text().get(0), () -> run.write(block)));
            } else if (COMMANDS.contains(block.language())) {
                for (ShownCommand command : ShownCommand.of(block)) {
                    steps.add(step(page, command.line(), command.text(), () -> run.run(command)));
                }
            } else if (block.language().equals("groovy")) {
                steps.add(step(page, block.line(), "parameters", () -> ShownSteps.assertParametersExist(block)));
            } else {
                steps.add(step(
                        page,
                        block.line(),
                        "language",
                        () -> assertThat(NOT_EXECUTED).contains(block.language())));
            }
        }
        steps.add(step(page, 1, "end", run::end));
        return steps;
    }

    private static DynamicTest step(Markdown page, int line, String title, Executable executable) {
        return dynamicTest(page.name() + ":" + line + " " + title, executable);
    }
}
