package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HostsInRunTest extends RunWithCredentials {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "circle.ini | hosts: circle.ini, line 2, column 1: groups contain each other",
                "missing.ini | hosts: missing.ini: the file does not exist; check the name",
                "../outside.ini | outside the workspace",
                "link.ini | hosts: link.ini: the path leaves the workspace",
                "/etc/hosts | absolute path",
                "latin1.ini | hosts: latin1.ini: the file is not UTF-8"
            })
    @DisplayName("19.4 an inventory of the step that cannot be used fails it before anything runs")
    void refusesInventory(String file, String message) throws Exception {
        Files.writeString(workspace.resolve("circle.ini"), "[a:children]\na\n");
        Files.write(workspace.resolve("latin1.ini"), new byte[] {'w', (byte) 0xe9});
        Files.writeString(directory.resolve("outside.ini"), "web1\n");
        Files.createSymbolicLink(workspace.resolve("link.ini"), directory.resolve("outside.ini"));
        write("task=0", "hostname=h", "command=touch started");
        hosts = file;

        assertThatThrownBy(this::run).isInstanceOf(AbortException.class).hasMessageContaining(message);
        assertThat(workspace.resolve("started")).doesNotExist();
    }

    @Test
    @DisplayName("19.4 a run keeps the inventory of its start until it ends, for the case that Jenkins restarts")
    void keepsInventory() throws Exception {
        Files.writeString(workspace.resolve("hosts.ini"), "[web]\nweb1\n");
        write("task=0", "hostname=h", "command=sh -c 'cat " + build + "/tasker/1/hosts/*'");
        hosts = "hosts.ini";

        assertThat(run().isSuccess()).isTrue();
        assertThat(console()).contains("STDOUT: [web]\\nweb1");
        assertThat(build.resolve("tasker/1/hosts")).doesNotExist();
    }

    @Test
    @DisplayName("19.4 the log names the inventory and its source")
    void namesInventory() throws Exception {
        Files.writeString(workspace.resolve("hosts.ini"), "[web]\nweb1\n");
        configuration.setDefaultInventory("[db]\ndb1\n");
        write("task=0", "hostname=h", "command=true");
        assertThat(run().isSuccess()).isTrue();
        hosts = "hosts.ini";
        assertThat(run().isSuccess()).isTrue();
        assertThat(console())
                .contains(
                        "Setting: inventory = default inventory (global configuration)",
                        "Setting: inventory = hosts.ini (step)");
    }
}
