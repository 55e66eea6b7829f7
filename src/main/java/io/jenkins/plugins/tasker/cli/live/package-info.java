/**
 * The live view of a run on a terminal (rules 16.10 and 24.1). {@link LiveView} receives the events of the run, {@link Progress}
 * holds what runs now, {@link TaskLines} formats lines that stay, and {@link Screen} writes them above the lines that change.
 *
 * <p>Uses eight escape sequences that every terminal since the VT100 has, and {@code stty} for its size.
 */
package io.jenkins.plugins.tasker.cli.live;
