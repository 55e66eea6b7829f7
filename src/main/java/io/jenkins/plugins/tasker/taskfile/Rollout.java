package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * How a parallel or fan-out task starts its members, and when it gives up (rules 19.9 and 19.10).
 *
 * @param waves the sizes of the waves; empty to start all members in one
 * @param pause seconds between two waves, 0 by default
 * @param budget how many members may fail, a {@link Portion}; unlimited by default
 * @param failFast whether running members are terminated when more have failed; implies a budget of 0 without one
 */
public record Rollout(
        Optional<WaveSizes> waves, Optional<Template> pause, Optional<Template> budget, boolean failFast) {

    /** Starts all members in one wave and lets any number of them fail. */
    public static final Rollout AT_ONCE = new Rollout(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Returns whether failures of members can stop the group. */
    public boolean isLimited() {
        return budget.isPresent() || failFast;
    }
}
