/**
 * Validates a task file and its hosts before a run, and lists the plan of the run (sections 13, 14 and 15.4).
 *
 * <ul>
 * <li>{@link TaskFileValidator} applies a list of {@link FileCheck}s to a task file and collects {@link Finding}s.
 * <li>{@link HostValidator} tests names, pings, programs and connections.
 * <li>{@link CheckList} summarizes both for people, {@link Plan} lists the tasks.
 * </ul>
 *
 * <p>The validation neither starts tasks nor corrects files. It depends on {@code taskfile} and {@code command}, not on
 * the engine; rules that both need, such as ranges of numbers and the following task, are in {@code taskfile}.
 */
package io.jenkins.plugins.tasker.validation;
