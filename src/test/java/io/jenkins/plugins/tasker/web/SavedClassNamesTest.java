package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import hudson.model.Queue;
import hudson.model.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what a version before the rename of packages wrote. */
class SavedClassNamesTest {

    @BeforeAll
    static void register() {
        SavedClassNames.register();
    }

    static Stream<XStream> formats() {
        return Stream.of(Run.XSTREAM2, Queue.XSTREAM);
    }

    @ParameterizedTest
    @MethodSource("formats")
    @DisplayName("builds and queue items that an earlier version wrote can be read")
    void earlierVersion(XStream format) {
        List<?> parts = (List<?>) format.fromXML(SavedClassNamesTest.class.getResource("/saved/build-parts.xml"));

        ResumeCause cause = (ResumeCause) parts.get(0);
        assertThat(cause.getShortDescription()).isEqualTo("Resumes deploy.txt of build #3 from task 2");
        assertThat(cause.getNotes()).hasSize(1);
        ResumeAction resume = (ResumeAction) parts.get(1);
        assertThat(resume.build()).isEqualTo(3);
        assertThat(resume.run()).isEqualTo(1);
        assertThat(resume.startFrom()).isEqualTo("2");
        List<RunEntry> runs = ((TaskerRunAction) parts.get(2)).entries();
        assertThat(runs).extracting(RunEntry::number).containsExactly(1, 2);
        assertThat(runs.get(0).label()).isEqualTo("deploy.txt in branch north");
        assertThat(runs.get(0).project()).isEqualTo("payments");
        assertThat(runs.get(0).resumedBy()).containsExactly(7);
        assertThat(runs.get(1).unrecordedEnd().orElseThrow().exitCode()).isEqualTo(20);
        assertThat(((PendingApproval.NotApproved) parts.get(3)).getShortDescription())
                .isEqualTo("The plan was not approved by alice");
    }
}
