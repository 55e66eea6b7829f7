package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.HostPlace;
import io.jenkins.plugins.tasker.hosts.HostProblem;
import io.jenkins.plugins.tasker.hosts.MemberName;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.List;

/** Checks the lists of hosts of fan-out tasks: E43 to E47, E09, W33 (rules 19.2 and 19.3). */
final class HostListCheck implements FileCheck.OfTask {

    @Override
    public void check(CheckedTask task, Findings findings) {
        if (!task.uses(Field.HOSTNAMES)) {
            return;
        }
        Template list = task.template(Field.HOSTNAMES);
        boolean readable =
                list.undefinedGlobals().isEmpty() && list.malformedReferences().isEmpty() && !list.isPerHost();
        if (!readable) {
            return; // E11, E13 or E59
        }
        try {
            List<String> repeated =
                    HostList.of(list).known(task.file().options().hosts()).repeated();
            if (!repeated.isEmpty()) {
                findings.add(FindingCode.W33, task.location(Field.HOSTNAMES), FoldedHosts.of(repeated));
            }
        } catch (HostListException e) {
            report(task, list, e.problem(), findings);
        }
    }

    private static void report(CheckedTask task, Template list, HostProblem problem, Findings findings) {
        HostPlace place = problem.place();
        FindingLocation location = task.location(Field.HOSTNAMES);
        if (!place.isInFile() && !place.text().isEmpty()) {
            boolean asWritten = list.expanded().equals(list.written());
            location = asWritten && place.column() > 0
                    ? location.part(place.column(), place.text())
                    : location.about(place.text());
        }
        String where = place.isInFile() ? place.toString() : "'" + VisibleText.start(place.text()) + "'";
        boolean whole = !place.isInFile() && place.text().isEmpty();
        String reason = (whole ? "" : where + ": ") + problem.message();
        switch (problem.code()) {
            case E09 ->
                findings.add(FindingCode.E09, location, place.isInFile() ? where : place.text(), MemberName.RULE);
            case E43 -> findings.add(FindingCode.E43, location, Field.HOSTNAMES, reason, problem.remedy());
            case E44 -> findings.add(FindingCode.E44, location, Field.HOSTNAMES, reason, problem.remedy());
            case E45 -> findings.add(FindingCode.E45, location, Field.HOSTNAMES, reason, problem.remedy());
            case E46 -> findings.add(FindingCode.E46, location, Field.HOSTNAMES, reason, problem.remedy());
            case E47 -> findings.add(FindingCode.E47, location, Field.HOSTNAMES, reason, problem.remedy());
        }
    }
}
