package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import io.jenkins.plugins.tasker.documentation.Markdown.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a page as a reader would: writes its files and runs its commands in sequence, in one directory. */
final class PageRun {

    private static final Pattern NAME = Pattern.compile("# ([\\w.-]+\\.(?:txt|properties|ini))");
    /** Marks commands that need a Jenkins; the acceptance suite covers them. */
    private static final String JENKINS = "$JENKINS_URL";

    private static final Pattern BUILD = Pattern.compile("mvn( -f (?<directory>\\S+))?( .*)?");

    private final Path directory;
    private final Set<String> unused = new LinkedHashSet<>();
    private Shell shell;
    private int exitCode;
    private boolean exitCodeShown = true;

    PageRun(Path directory) {
        this.directory = directory;
    }

    /** Writes a file; the comment in its first line is its name. */
    void write(Block file) throws IOException {
        Matcher name = NAME.matcher(file.text().get(0));
        assertThat(name.matches()).as("'%s' names the file", file.text().get(0)).isTrue();
        shell().write(name.group(1), file.text());
        unused.add(name.group(1));
    }

    void run(ShownCommand command) throws IOException, InterruptedException {
        if (command.text().equals("echo $?")) {
            assertThat(command.printed()).containsExactly(Integer.toString(exitCode));
            exitCodeShown = true;
            return;
        }
        assertExitCodeIsShown();
        if (command.text().contains(JENKINS)) {
            return;
        }
        Matcher build = BUILD.matcher(command.text());
        if (build.matches()) {
            assertIsBuild(build.group("directory"));
            return;
        }
        Shell.Outcome outcome = shell().run(command.text());
        String output = String.join("\n", outcome.lines());
        assertThat(command.missingIn(outcome.lines())).as(output).isEmpty();
        exitCode = outcome.exitCode();
        exitCodeShown = exitCode == 0 || command.shows(exitCode);
        unused.removeIf(command.text()::contains);
    }

    void end() {
        assertExitCodeIsShown();
        assertThat(unused).as("files that no command of the page uses").isEmpty();
    }

    /** Checks only that the POM exists, because the build would run this test again. */
    private static void assertIsBuild(String directory) {
        assertThat(Files.exists(
                        Repository.file(directory == null ? "" : directory).resolve("pom.xml")))
                .isTrue();
    }

    private void assertExitCodeIsShown() {
        assertThat(exitCodeShown)
                .as("the page shows that the previous command ends with %d", exitCode)
                .isTrue();
        exitCodeShown = true;
    }

    private Shell shell() throws IOException {
        if (shell == null) {
            shell = new Shell(Files.createDirectories(directory));
        }
        return shell;
    }
}
