package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.steps.StepParameters;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JenkinsPageTest {

    @Test
    @DisplayName("docs/jenkins.md has a row for each parameter of the step")
    void parameters() throws IOException {
        assertThat(Markdown.read("docs/jenkins.md").table("Parameters").column(0))
                .map(cell -> cell.replace("`", ""))
                .containsExactlyInAnyOrderElementsOf(StepParameters.names());
    }
}
