package io.jenkins.plugins.tasker.agent;

import java.util.HashMap;
import java.util.Map;

/** Runs numbered actions one at a time, in the order of their numbers. An action that arrives early waits. */
final class OrderedActions {

    private final Map<Long, Runnable> early = new HashMap<>();
    private long next;

    /** @param number counts from 0, without gaps */
    synchronized void run(long number, Runnable action) {
        early.put(number, action);
        for (Runnable due = early.remove(next); due != null; due = early.remove(next)) {
            next++;
            due.run();
        }
    }
}
