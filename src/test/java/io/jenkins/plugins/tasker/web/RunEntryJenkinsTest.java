package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.XStream2;
import org.junit.jupiter.api.Test;

class RunEntryJenkinsTest {

    @Test
    void entryThatAVersionWithoutResumeWroteShouldAcceptResumes() {
        RunEntry entry = (RunEntry) new XStream2()
                .fromXML("<io.jenkins.plugins.tasker.web.RunEntry><number>1</number><file>deploy.txt</file>"
                        + "<project></project></io.jenkins.plugins.tasker.web.RunEntry>");

        assertThat(entry.resumedBy()).isEmpty();
        entry.addResumedBy(7);
        assertThat(entry.resumedBy()).containsExactly(7);
    }
}
