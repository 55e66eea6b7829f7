package io.jenkins.plugins.tasker.configuration;

import hudson.util.FormValidation;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.Inventory;

/** Reads the inventory of runs that have none of their own (rule 19.4). */
public final class DefaultInventory {

    /** The name of the inventory in messages, which are those of the command. */
    public static final String NAME = "default inventory";

    private DefaultInventory() {}

    /** Returns {@link Inventory#NONE} for a blank text. */
    public static Inventory read(String text) throws HostListException {
        return text.isBlank() ? Inventory.NONE : Inventory.parse(NAME, text);
    }

    /** @throws IllegalArgumentException if the text cannot be read; the message contains the line and the remedy */
    static String checked(String text) {
        try {
            read(text);
            return text;
        } catch (HostListException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Validates the text in the form, and counts what it contains. */
    static FormValidation check(String text) {
        try {
            Inventory inventory = read(text);
            if (inventory.isEmpty()) {
                return FormValidation.ok();
            }
            // the text does not name the group of all hosts
            String counts = Messages.DefaultInventory_counts(
                    Integer.toString(inventory.hosts().size()),
                    Integer.toString(inventory.groups().size() - 1));
            return inventory
                    .connectionSetting()
                    .map(owner -> FormValidation.warning(counts + ". " + Messages.DefaultInventory_connection(owner)))
                    .orElseGet(() -> FormValidation.ok(counts));
        } catch (HostListException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
