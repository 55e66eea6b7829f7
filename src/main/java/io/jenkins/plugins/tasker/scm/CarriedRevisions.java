package io.jenkins.plugins.tasker.scm;

import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import hudson.scm.SCM;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jenkins.triggers.SCMTriggerItem;

/**
 * The revisions of an earlier build that a new build checks out again.
 *
 * @param actions the actions that schedule the new build at these revisions
 * @param notes which revisions the new build repeats and which it does not, as sentences without full stop
 */
public record CarriedRevisions(List<Action> actions, List<String> notes) {

    /**
     * Selects the revision at which a multibranch project builds its branch. It is copied by class name, since its plugin is
     * optional. Replay of Pipelines copies the same action.
     */
    private static final String REVISION_OF_BRANCH = "jenkins.scm.api.SCMRevisionAction";

    /** Returns the revisions that a build which resumes this one checks out again. */
    public static CarriedRevisions of(Run<?, ?> build) {
        return of(build, ExtensionList.lookup(RevisionCarrier.class), scms(build.getParent()));
    }

    private static Collection<? extends SCM> scms(Job<?, ?> job) {
        SCMTriggerItem item = SCMTriggerItem.SCMTriggerItems.asSCMTriggerItem(job);
        return item == null ? List.of() : item.getSCMs();
    }

    /** @param scms the sources of the job */
    static CarriedRevisions of(Run<?, ?> build, List<RevisionCarrier> carriers, Collection<? extends SCM> scms) {
        List<Action> actions = new ArrayList<>();
        build.getActions(Action.class).stream()
                .filter(action -> action.getClass().getName().equals(REVISION_OF_BRANCH))
                .forEach(actions::add);
        boolean branch = !actions.isEmpty();
        Set<String> notes = new LinkedHashSet<>();
        for (RevisionCarrier carrier : carriers) {
            CarriedRevisions carried = carrier.of(build);
            actions.addAll(carried.actions);
            notes.addAll(carried.notes);
        }
        if (!branch) {
            scms.stream()
                    .filter(scm -> carriers.stream().noneMatch(carrier -> carrier.isFor(scm)))
                    .map(scm -> Messages.CarriedRevisions_newest(
                            scm.getDescriptor().getDisplayName(), Integer.toString(build.getNumber())))
                    .forEach(notes::add);
        }
        return new CarriedRevisions(List.copyOf(actions), List.copyOf(notes));
    }
}
