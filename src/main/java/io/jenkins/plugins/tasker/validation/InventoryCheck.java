package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.taskfile.Field;

/** Reports once that an inventory has settings of Ansible without effect: W37 (rule 19.4). */
final class InventoryCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        file.options()
                .hosts()
                .inventory()
                .connectionSetting()
                .ifPresent(owner -> file.tasks().stream()
                        .filter(InventoryCheck::usesGroups)
                        .findFirst()
                        .ifPresent(task -> findings.add(FindingCode.W37, task.location(Field.HOSTNAMES), owner)));
    }

    private static boolean usesGroups(CheckedTask task) {
        try {
            return task.uses(Field.HOSTNAMES)
                    && HostList.of(task.template(Field.HOSTNAMES)).usesGroups();
        } catch (HostListException e) {
            return false; // E09 or E44
        }
    }
}
