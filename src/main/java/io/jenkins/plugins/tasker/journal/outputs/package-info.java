/**
 * The complete outputs of the commands of a run, in files next to its journal (rule 16.11): {@link
 * io.jenkins.plugins.tasker.journal.outputs.StoringCommandRunner} stores them when commands end, and {@link
 * io.jenkins.plugins.tasker.journal.outputs.StoredOutputs} finds them.
 *
 * <p>The journal holds all of a short output, and the first and last part of a long one. Only long ones have files here.
 */
package io.jenkins.plugins.tasker.journal.outputs;
