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

/** Which commits of which Git repositories a build has checked out. */
final class CheckedOutCommits {

    private final Map<String, Set<String>> commits = new LinkedHashMap<>();

    void add(String repository, String commit) {
        commits.computeIfAbsent(repository, key -> new LinkedHashSet<>()).add(commit);
    }

    CarriedRevisions carried() {
        List<RevisionParameterAction> again = new ArrayList<>();
        List<String> told = new ArrayList<>();
        commits.forEach((repository, these) -> {
            try {
                // Its text leaves the password out.
                URIish address = new URIish(repository);
                if (these.size() == 1) {
                    String commit = these.iterator().next();
                    again.add(new RevisionParameterAction(commit, address));
                    told.add("Commit " + commit + " of " + address + " is checked out again");
                } else {
                    told.add(address + " is checked out at its newest commit, since there were several of it: "
                            + String.join(", ", these));
                }
            } catch (URISyntaxException e) {
                told.add("A repository is checked out at its newest commit, since its address cannot be read");
            }
        });
        return new CarriedRevisions(again.isEmpty() ? List.of() : List.of(new CommitsAction(again)), told);
    }
}
