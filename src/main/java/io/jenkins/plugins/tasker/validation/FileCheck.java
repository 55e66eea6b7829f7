package io.jenkins.plugins.tasker.validation;

/** A check of the whole task file, which reports some of the findings of rules 13.3 and 13.4. */
@FunctionalInterface
interface FileCheck {

    void check(CheckedFile file, Findings findings);

    /** A check of one task at a time. */
    @FunctionalInterface
    interface OfTask extends FileCheck {

        void check(CheckedTask task, Findings findings);

        @Override
        default void check(CheckedFile file, Findings findings) {
            file.tasks().forEach(task -> check(task, findings));
        }
    }
}
