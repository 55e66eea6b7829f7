/**
 * What happens when a workflow runs: order, groups, loops, retries, routing, variables (sections 7 to 12 and 17). Says everything
 * that happens as {@link io.jenkins.plugins.tasker.engine.RunEvent}s, secrets masked, and keeps no state that they do not tell.
 *
 * <p>Knows {@code taskfile} and {@code command}. One thread does all of it, so nothing here locks, blocks, or writes a file. What people
 * read is made elsewhere, of the events.
 */
package io.jenkins.plugins.tasker.engine;
