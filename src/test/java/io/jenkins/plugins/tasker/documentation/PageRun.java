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

/** Does what a page shows, as a reader would: writes its files and runs its commands, one after another in one directory. */
final class PageRun {

    private static final Pattern NAME = Pattern.compile("# ([\\w.-]+\\.(?:txt|properties))");
    /** How a page names a Jenkins that must be there; the acceptance suite asks one. */
    private static final String JENKINS = "$JENKINS_URL";

    private static final Pattern BUILD = Pattern.compile("mvn( -f (?<directory>\\S+))?( .*)?");

    private final Path directory;
    private final Set<String> unused = new LinkedHashSet<>();
    private Shell shell;
    private int exitCode;
    private boolean exitCodeTold = true;

    PageRun(Path directory) {
        this.directory = directory;
    }

    /** The first line of a task file names it in a comment. */
    void write(Block file) throws IOException {
        Matcher name = NAME.matcher(file.text().get(0));
        assertThat(name.matches()).as("'%s' names the file", file.text().get(0)).isTrue();
        shell().write(name.group(1), file.text());
        unused.add(name.group(1));
    }

    void run(ShownCommand command) throws IOException, InterruptedException {
        if (command.text().equals("echo $?")) {
            assertThat(command.printed()).containsExactly(Integer.toString(exitCode));
            exitCodeTold = true;
            return;
        }
        assertExitCodeIsTold();
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
        exitCodeTold = exitCode == 0 || command.tells(exitCode);
        unused.removeIf(command.text()::contains);
    }

    void end() {
        assertExitCodeIsTold();
        assertThat(unused).as("files that no command of the page uses").isEmpty();
    }

    /** A build would run this test; that its directory is there is all that can be said here. */
    private static void assertIsBuild(String directory) {
        assertThat(Files.exists(
                        Repository.file(directory == null ? "" : directory).resolve("pom.xml")))
                .isTrue();
    }

    private void assertExitCodeIsTold() {
        assertThat(exitCodeTold)
                .as("the page tells that the command before ends with %d", exitCode)
                .isTrue();
        exitCodeTold = true;
    }

    private Shell shell() throws IOException {
        if (shell == null) {
            shell = new Shell(Files.createDirectories(directory));
        }
        return shell;
    }
}
