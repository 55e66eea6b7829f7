/**
 * What is remembered of a run: a file of events, synced before a command starts, and the state of the run, which is nothing but a
 * replay of it (rules 15.9 and 16.5).
 *
 * <p>Knows {@code engine} and below. The only place that knows the format of the file; a record that was written once can be read
 * for ever. No view of a run is made here.
 */
package io.jenkins.plugins.tasker.journal;
