package io.jenkins.plugins.tasker.session;

import java.util.Optional;

/**
 * Which members of groups a caller wants to run (rules 19.13 and 19.14).
 *
 * @param limit items of a list of hosts, on which fan-out tasks run; empty for all hosts
 * @param onlyFailed whether the group at the start of a resumed run repeats only what failed
 * @param rerunUnknown whether members with an unknown end are repeated, too
 */
public record MemberRequest(Optional<String> limit, boolean onlyFailed, boolean rerunUnknown) {

    /** Runs all members. */
    public static final MemberRequest ALL = new MemberRequest(Optional.empty(), false, false);
}
