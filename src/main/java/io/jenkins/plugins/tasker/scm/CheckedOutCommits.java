package io.jenkins.plugins.tasker.scm;

import hudson.plugins.git.RevisionParameterAction;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;

/** Collects the commits that a build checked out, by Git repository. */
final class CheckedOutCommits {

    private final Map<String, Set<String>> commits = new LinkedHashMap<>();

    void add(String repository, String commit) {
        commits.computeIfAbsent(repository, key -> new LinkedHashSet<>()).add(commit);
    }

    CarriedRevisions carried() {
        List<RevisionParameterAction> again = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        commits.forEach((repository, these) -> {
            try {
                // toString omits the password.
                URIish address = new URIish(repository);
                if (these.size() == 1) {
                    String commit = these.iterator().next();
                    again.add(new RevisionParameterAction(commit, address));
                    notes.add(Messages.CheckedOutCommits_same(commit, address));
                } else {
                    notes.add(Messages.CheckedOutCommits_several(address, String.join(", ", these)));
                }
            } catch (URISyntaxException e) {
                notes.add(Messages.CheckedOutCommits_unreadable());
            }
        });
        return new CarriedRevisions(again.isEmpty() ? List.of() : List.of(new CommitsAction(again)), notes);
    }
}
