package io.jenkins.plugins.tasker.scm;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.plugins.git.Revision;
import hudson.plugins.git.RevisionParameterAction;
import hudson.plugins.git.util.BuildData;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RemoteConfig;
import org.jenkinsci.plugins.gitclient.GitClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeats the commits that the git plugin checked out in the resumed build. */
class GitRevisionCarrierTest {

    private static final String FIRST = "1111111111111111111111111111111111111111";
    private static final String SECOND = "2222222222222222222222222222222222222222";
    private static final String MERGED = "3333333333333333333333333333333333333333";
    private static final String APP = "https://git.example.com/app.git";
    private static final String LIBRARY = "git@git.example.com:library.git";

    @TempDir
    private Path directory;

    private TestBuild build;

    @BeforeEach
    void create() {
        build = new TestBuild(directory);
    }

    @Test
    @DisplayName("a repository is checked out at the commit of the earlier build, with a note")
    void sameCommit() throws Exception {
        checkedOut(APP, FIRST, FIRST);

        assertThat(commitFor(APP)).isEqualTo(FIRST);
        assertThat(carried().notes()).containsExactly("Commit " + FIRST + " of " + APP + " is checked out again");
    }

    @Test
    @DisplayName("each of several repositories gets its own commit, and an unknown one none")
    void severalRepositories() throws Exception {
        checkedOut(LIBRARY, FIRST, FIRST);
        checkedOut(APP, SECOND, SECOND);

        assertThat(commitFor(APP)).isEqualTo(SECOND);
        assertThat(commitFor(LIBRARY)).isEqualTo(FIRST);
        assertThat(commitFor("https://git.example.com/other.git")).isEqualTo("its newest");
        assertThat(carried().actions()).hasSize(1);
    }

    @Test
    @DisplayName("a merge of the build is repeated from the merged commit")
    void mergedCommit() throws Exception {
        checkedOut(APP, FIRST, MERGED);

        assertThat(commitFor(APP)).isEqualTo(FIRST);
    }

    @Test
    @DisplayName("a repository with several commits is checked out at the newest one, with a note")
    void severalCommits() throws Exception {
        checkedOut(APP, FIRST, FIRST);
        checkedOut(APP, SECOND, SECOND);
        checkedOut(LIBRARY, FIRST, FIRST);

        assertThat(commitFor(APP)).isEqualTo("its newest");
        assertThat(commitFor(LIBRARY)).isEqualTo(FIRST);
        assertThat(carried().notes())
                .contains(APP + " is checked out at its newest commit, since the build used several: " + FIRST + ", "
                        + SECOND);
    }

    @Test
    @DisplayName("notes contain no password of a repository address")
    void passwordInAddress() throws Exception {
        checkedOut("https://robot:secret@git.example.com/app.git", FIRST, FIRST);

        assertThat(commitFor("https://robot:secret@git.example.com/app.git")).isEqualTo(FIRST);
        assertThat(carried().notes().toString())
                .contains("git.example.com/app.git")
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("a build without checkout carries no revision")
    void nothingCheckedOut() {
        build.addAction(new BuildData());

        assertThat(carried().actions()).isEmpty();
        assertThat(carried().notes()).isEmpty();
    }

    private CarriedRevisions carried() {
        return new GitRevisionCarrier().of(build);
    }

    private void checkedOut(String repository, String marked, String built) {
        BuildData data = new BuildData();
        data.addRemoteUrl(repository);
        data.saveBuild(new hudson.plugins.git.util.Build(revision(marked), revision(built), 1, null));
        build.addAction(data);
    }

    private static Revision revision(String commit) {
        return new Revision(ObjectId.fromString(commit));
    }

    /** Queries the action as the git plugin does. */
    private String commitFor(String repository) throws Exception {
        Config config = new Config();
        config.setString("remote", "origin", "url", repository);
        List<RemoteConfig> remotes = List.of(new RemoteConfig(config, "origin"));
        RevisionParameterAction action =
                (RevisionParameterAction) carried().actions().get(0);
        return action.canOriginateFrom(remotes) ? action.toRevision(git()).getSha1String() : "its newest";
    }

    /** Finds every commit, on no branch. */
    private static GitClient git() {
        return (GitClient) Proxy.newProxyInstance(
                GitClient.class.getClassLoader(),
                new Class<?>[] {GitClient.class},
                (proxy, method, arguments) ->
                        method.getName().equals("revParse") ? ObjectId.fromString((String) arguments[0]) : List.of());
    }
}
