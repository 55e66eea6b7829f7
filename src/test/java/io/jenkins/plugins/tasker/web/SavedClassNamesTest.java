package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.util.XStream2;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads files that were written before classes moved to other packages. */
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
        assertThat(cause.getShortDescription()).isEqualTo("Resumes b.txt in branch c of build #1 from task 2");
        assertThat(cause.getNotes()).hasSize(1);
        ResumeAction resume = (ResumeAction) parts.get(1);
        assertThat(resume.build()).isEqualTo(1);
        assertThat(resume.run()).isEqualTo(2);
        assertThat(resume.startFrom()).isEqualTo("2");
        List<RunEntry> runs = ((TaskerRunAction) parts.get(2)).entries();
        assertThat(runs).extracting(RunEntry::number).containsExactly(1, 2, 3);
        assertThat(runs.get(0).label()).isEqualTo("b.txt in branch a");
        assertThat(runs.get(0).project()).isEqualTo("fan");
        assertThat(runs.get(0).unrecordedEnd().orElseThrow().exitCode()).isZero();
        List<RunEntry> resumed = ((TaskerRunAction) parts.get(3)).entries();
        assertThat(resumed.get(1).resumedBy()).containsExactly(2);
        assertThat(((PendingApproval.NotApproved) parts.get(4)).getShortDescription())
                .isEqualTo("The plan was declined by admin");
    }

    @Test
    @DisplayName("flow nodes that an earlier version wrote can be read, although Pipeline has serializers of its own")
    void flowNodes() {
        Object[] causes =
                (Object[]) new XStream2().fromXML(SavedClassNamesTest.class.getResource("/saved/flow-node-causes.xml"));

        assertThat(causes).hasSize(1);
        assertThat(((PendingApproval.NotApproved) causes[0]).getShortDescription())
                .isEqualTo("The plan was declined by admin");
    }
}
