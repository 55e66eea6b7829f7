package io.jenkins.plugins.tasker.scm;

import hudson.plugins.git.GitException;
import hudson.plugins.git.Revision;
import hudson.plugins.git.RevisionParameterAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.RemoteConfig;
import org.jenkinsci.plugins.gitclient.GitClient;

/**
 * The commits at which a build checks out its repositories; kept in {@code build.xml}. The git plugin looks at the first {@link
 * RevisionParameterAction} of a build and at no other, and a plain one knows a single repository: a build with a shared
 * library has two.
 */
final class CommitsAction extends RevisionParameterAction {

    private static final long serialVersionUID = 1L;

    /** The git plugin asks whether a repository is known, and then, from the same thread, for the commit. */
    private static final ThreadLocal<RevisionParameterAction> ASKED_FOR = new ThreadLocal<>();

    private final ArrayList<RevisionParameterAction> repositories;

    /** @param repositories each with its commit; at least one */
    CommitsAction(List<RevisionParameterAction> repositories) {
        super(repositories.get(0).commit);
        this.repositories = new ArrayList<>(repositories);
    }

    @Override
    public boolean canOriginateFrom(Iterable<RemoteConfig> remotes) {
        Optional<RevisionParameterAction> known = repositories.stream()
                .filter(repository -> repository.canOriginateFrom(remotes))
                .findFirst();
        ASKED_FOR.set(known.orElse(null));
        return known.isPresent();
    }

    @Override
    public Revision toRevision(GitClient git) throws InterruptedException {
        RevisionParameterAction asked = ASKED_FOR.get();
        ASKED_FOR.remove();
        RevisionParameterAction repository = asked == null ? repositories.get(0) : asked;
        try {
            return repository.toRevision(git);
        } catch (GitException e) {
            throw new GitException(
                    "commit " + repository.commit + " cannot be fetched any more, so the earlier build cannot be gone"
                            + " on from: fetch more of the history if the clone is shallow, or start a new build",
                    e);
        }
    }
}
