/**
 * Reads task files into a model: lines, tasks, references, words and conditions (sections 2, 3, 5.5, 7 and 8).
 *
 * <ul>
 * <li>{@link TaskFileParser} reads a text into a {@link TaskFile}: lines without interpretation.
 * <li>{@link Workflow} interprets the lines as {@link Task}s.
 * <li>{@link Template} and {@link Condition} are the parsed values of fields.
 * </ul>
 *
 * <p>The model neither runs tasks nor validates them. It depends on the JDK and on package {@code text} only. New
 * fields and new tests of conditions start here.
 */
package io.jenkins.plugins.tasker.taskfile;
