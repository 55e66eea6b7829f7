package io.jenkins.plugins.tasker.scm;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import hudson.scm.ChangeLogParser;
import hudson.scm.SCM;
import hudson.scm.SCMDescriptor;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collects the revisions of builds that use several kinds of SCM. */
class CarriedRevisionsTest {

    private static final Action AT_SEVEN = new InvisibleAction() {};

    @TempDir
    private Path directory;

    private TestBuild build;

    @BeforeEach
    void create() {
        build = new TestBuild(directory);
    }

    @Test
    @DisplayName("revisions of a supported SCM are repeated, with a note")
    void knownKind() {
        CarriedRevisions carried = CarriedRevisions.of(build, List.of(new Known()), List.of(new KnownScm()));

        assertThat(carried.actions()).containsExactly(AT_SEVEN);
        assertThat(carried.notes()).containsExactly("Revision 7 is checked out again");
    }

    @Test
    @DisplayName("an unsupported SCM gets a note that its newest revision is checked out")
    void otherKind() {
        CarriedRevisions carried = CarriedRevisions.of(
                build, List.of(new Known()), List.of(new KnownScm(), new OtherScm(), new OtherScm()));

        assertThat(carried.notes())
                .containsExactly(
                        "Revision 7 is checked out again",
                        "Other checks out its newest revision, which may differ from that of build #1");
    }

    @Test
    @DisplayName("a job without SCM gets no note")
    void noSources() {
        CarriedRevisions carried = CarriedRevisions.of(build, List.of(), List.of());

        assertThat(carried.actions()).isEmpty();
        assertThat(carried.notes()).isEmpty();
    }

    private static final class Known extends RevisionCarrier {
        @Override
        protected boolean isFor(SCM scm) {
            return scm instanceof KnownScm;
        }

        @Override
        protected CarriedRevisions of(Run<?, ?> build) {
            return new CarriedRevisions(List.of(AT_SEVEN), List.of("Revision 7 is checked out again"));
        }
    }

    private abstract static class Scm extends SCM {
        @Override
        public ChangeLogParser createChangeLogParser() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class KnownScm extends Scm {}

    private static final class OtherScm extends Scm {
        @Override
        public SCMDescriptor<?> getDescriptor() {
            return new SCMDescriptor<>(OtherScm.class, null) {
                @Override
                public String getDisplayName() {
                    return "Other";
                }
            };
        }
    }
}
