package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid parameters fail the build before a command starts, and the console names the mistake. */
@ExtendWith(InstalledPlugin.class)
class BadInputAcceptanceTest {

    private final JenkinsServer jenkins = JenkinsServer.given();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "absolute path|sh 'true'|file: '/etc/passwd'|/etc/passwd",
                "path outside of the workspace|sh 'true'|file: '../deploy.txt'|../deploy.txt",
                "link outside of the workspace|sh 'ln -s /etc/passwd link.txt'|file: 'link.txt'|link.txt",
                "missing file|sh 'true'|file: 'other.txt'|other.txt does not exist",
                "directory|sh 'mkdir -p folder'|file: 'folder'|folder",
                "empty file|sh ': > empty.txt'|file: 'empty.txt'|E01",
                "50 MB|sh 'truncate -s 50M large.txt'|file: 'large.txt'|large.txt",
                "unknown type|sh 'true'|file: 'deploy.txt', type: 'telnet'|telnet",
                "no time limit|sh 'true'|file: 'deploy.txt', timeout: 'soon'|soon",
                "start that is not a number|sh 'true'|file: 'deploy.txt', startFrom: 'first'|first",
                "undefined start|sh 'true'|file: 'deploy.txt', startFrom: '7'|7",
                "variable with a bad name|sh 'true'|file: 'deploy.txt', variables: ['a b': '1']|a b",
                "variable with a line break|sh 'true'|file: 'deploy.txt', variables: [A: 'x\\ny']|variables",
                "unknown credential|sh 'true'|file: 'deploy.txt', credentials: [[type: 'local', credentialsId: 'nobody']]|nobody"
            })
    void shouldFailBeforeACommandStarts(String name, String before, String parameters, String message) {
        String steps =
                before + "\ntry { taskerRun(" + parameters + (parameters.contains("type:") ? "" : ", type: 'local'")
                        + ") } finally { echo \"started: ${fileExists('started')}\" }";
        try (Job job = Job.pipeline(jenkins, "task=0\nhostname=h\ncommand=touch started", steps)) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.console()).contains(message, "started: false");
        }
    }
}
