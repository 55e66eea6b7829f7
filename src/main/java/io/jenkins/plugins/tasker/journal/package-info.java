/**
 * Stores the events of a run in a file, the journal, and rebuilds the state of the run from it (rules 15.9 and 16.5).
 *
 * <p>{@link io.jenkins.plugins.tasker.journal.JournalWriter} appends each event and syncs the file before a command starts.
 * {@link io.jenkins.plugins.tasker.journal.JournalReader} reads the file, and {@link io.jenkins.plugins.tasker.journal.RunRecord}
 * holds the state of the run. {@link io.jenkins.plugins.tasker.journal.RestoredResults} and {@link
 * io.jenkins.plugins.tasker.journal.ResumeOffer} prepare a resumed run.
 *
 * <p>Only this package knows the format of the file. Every later version reads the journals of earlier ones.
 */
package io.jenkins.plugins.tasker.journal;
