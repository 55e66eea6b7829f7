package io.jenkins.plugins.tasker.session;

import java.util.Optional;

/**
 * Why a session ended before its first task.
 *
 * @param reason without a full stop, secrets masked; empty if only the checks were requested
 * @param declinedBy the user who declined the plan
 */
public record NotStarted(String reason, Optional<String> declinedBy) {

    static NotStarted because(String reason) {
        return new NotStarted(reason, Optional.empty());
    }

    static NotStarted declined(String user) {
        return new NotStarted("the plan was declined by " + user, Optional.of(user));
    }
}
