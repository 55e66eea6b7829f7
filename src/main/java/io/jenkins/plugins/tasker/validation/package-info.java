/**
 * What is checked before a run: findings about a task file, hosts, the plan (sections 13, 14 and 15.4). A class for each group.
 *
 * <p>Knows {@code taskfile} and {@code command}, not the engine: what both need, such as ranges of numbers and the following task, is
 * said once in {@code taskfile}. Nothing here starts a task or repairs a file.
 */
package io.jenkins.plugins.tasker.validation;
