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
 * What of an earlier build is checked out again.
 *
 * @param actions with which the new build is scheduled
 * @param told what is checked out again and what is not, in sentences without full stop
 */
public record CarriedRevisions(List<Action> actions, List<String> told) {

    /**
     * Decides at which revision a multibranch project builds its branch; copied by name, since the plugin that has it need not
     * be there. Replay of Pipelines carries the same one over.
     */
    private static final String REVISION_OF_BRANCH = "jenkins.scm.api.SCMRevisionAction";

    /** What the new build checks out again that goes on from this one. */
    public static CarriedRevisions of(Run<?, ?> build) {
        return of(build, ExtensionList.lookup(RevisionCarrier.class), scms(build.getParent()));
    }

    private static Collection<? extends SCM> scms(Job<?, ?> job) {
        SCMTriggerItem item = SCMTriggerItem.SCMTriggerItems.asSCMTriggerItem(job);
        return item == null ? List.of() : item.getSCMs();
    }

    /** @param scms those from which the job takes something */
    static CarriedRevisions of(Run<?, ?> build, List<RevisionCarrier> carriers, Collection<? extends SCM> scms) {
        List<Action> actions = new ArrayList<>();
        build.getActions(Action.class).stream()
                .filter(action -> action.getClass().getName().equals(REVISION_OF_BRANCH))
                .forEach(actions::add);
        boolean branch = !actions.isEmpty();
        Set<String> told = new LinkedHashSet<>();
        for (RevisionCarrier carrier : carriers) {
            CarriedRevisions carried = carrier.of(build);
            actions.addAll(carried.actions);
            told.addAll(carried.told);
        }
        if (!branch) {
            scms.stream()
                    .filter(scm -> carriers.stream().noneMatch(carrier -> carrier.isFor(scm)))
                    .map(scm -> scm.getDescriptor().getDisplayName()
                            + " checks out its newest revision, which need not be that of build #" + build.getNumber())
                    .forEach(told::add);
        }
        return new CarriedRevisions(List.copyOf(actions), List.copyOf(told));
    }
}
