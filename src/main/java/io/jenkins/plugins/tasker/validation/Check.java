package io.jenkins.plugins.tasker.validation;

/** Looks at a whole file for some of the findings of rules 13.3 and 13.4. */
@FunctionalInterface
interface Check {

    void check(CheckedFile file, Findings findings);

    /** Looks at one task at a time. */
    @FunctionalInterface
    interface OfTask extends Check {

        void check(CheckedTask task, Findings findings);

        @Override
        default void check(CheckedFile file, Findings findings) {
            file.tasks().forEach(task -> check(task, findings));
        }
    }
}
