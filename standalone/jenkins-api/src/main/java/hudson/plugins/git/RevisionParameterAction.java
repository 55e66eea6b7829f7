package hudson.plugins.git;

import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Queue.QueueAction;
import java.io.Serializable;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.URIish;
import org.jenkinsci.plugins.gitclient.GitClient;

/** Works as in Jenkins, except that it accepts every commit as one of the repository. */
public class RevisionParameterAction extends InvisibleAction implements Serializable, QueueAction {
    private static final long serialVersionUID = 2L;

    public final String commit;
    private final URIish repoURL;

    public RevisionParameterAction(String commit) {
        this(commit, null);
    }

    public RevisionParameterAction(String commit, URIish repoURL) {
        this.commit = commit;
        this.repoURL = repoURL;
    }

    public Revision toRevision(GitClient git) throws GitException, InterruptedException {
        return new Revision(ObjectId.fromString(commit));
    }

    public boolean canOriginateFrom(Iterable<RemoteConfig> remotes) {
        if (repoURL == null) {
            return true;
        }
        for (RemoteConfig remote : remotes) {
            if (remote.getURIs().contains(repoURL)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean shouldSchedule(List<Action> actions) {
        throw new UnsupportedOperationException();
    }
}
