package io.jenkins.plugins.tasker.run;

import java.util.UUID;

/**
 * Identifies a run among all runs of a build.
 *
 * @param continuable whether the run continues after a restart of Jenkins, and therefore writes its id to its directory
 */
record RunId(String text, boolean continuable) {

    /** Identifies a run that its caller finds again after a restart of Jenkins. */
    static RunId of(String text) {
        return new RunId(text, true);
    }

    /** Identifies a run that ends with its build. */
    static RunId random() {
        return new RunId(UUID.randomUUID().toString(), false);
    }
}
