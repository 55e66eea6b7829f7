/**
 * What a task file says: its text, its tasks with their meaning, references, words and conditions (sections 2, 3, 5.5, 7 and 8).
 * Values only; nothing here runs, decides where a run goes on with a result, or judges what was written.
 *
 * <p>Knows the JDK and nothing else. A new field or a new test of conditions begins here.
 */
package io.jenkins.plugins.tasker.taskfile;
