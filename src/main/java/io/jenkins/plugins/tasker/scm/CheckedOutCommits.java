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
                    notes.add("Commit " + commit + " of " + address + " is checked out again");
                } else {
                    notes.add(address + " is checked out at its newest commit, since the build used several: "
                            + String.join(", ", these));
                }
            } catch (URISyntaxException e) {
                notes.add("A repository is checked out at its newest commit, since its address cannot be read");
            }
        });
        return new CarriedRevisions(again.isEmpty() ? List.of() : List.of(new CommitsAction(again)), notes);
    }
}
