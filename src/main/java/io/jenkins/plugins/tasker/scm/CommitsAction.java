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
 * Selects the commits at which a build checks out its repositories; part of {@code build.xml}. The git plugin uses only the
 * first {@link RevisionParameterAction} of a build, and the class of the git plugin holds a single repository. A build with a
 * shared library has two.
 */
final class CommitsAction extends RevisionParameterAction {

    private static final long serialVersionUID = 1L;

    /** The git plugin first queries a repository and then, in the same thread, its commit. */
    private static final ThreadLocal<RevisionParameterAction> QUERIED = new ThreadLocal<>();

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
        QUERIED.set(known.orElse(null));
        return known.isPresent();
    }

    @Override
    public Revision toRevision(GitClient git) throws InterruptedException {
        RevisionParameterAction queried = QUERIED.get();
        QUERIED.remove();
        RevisionParameterAction repository = queried == null ? repositories.get(0) : queried;
        try {
            return repository.toRevision(git);
        } catch (GitException e) {
            throw new GitException(Messages.CommitsAction_missing(repository.commit), e);
        }
    }
}
