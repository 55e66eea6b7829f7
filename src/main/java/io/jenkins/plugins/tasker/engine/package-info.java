/**
 * Runs a workflow: order of tasks, groups, loops, retries, routing and variables (sections 7 to 12 and 17).
 *
 * <p>{@link io.jenkins.plugins.tasker.engine.WorkflowEngine} visits one task after another and emits a {@link
 * io.jenkins.plugins.tasker.engine.RunEvent} for everything that happens, with secrets masked. The events determine the state
 * of the run: {@link io.jenkins.plugins.tasker.engine.RecordedHistory} replays them to continue an interrupted run.
 *
 * <p>One thread runs the engine, so the package needs no locks. It starts commands through the port
 * {@link io.jenkins.plugins.tasker.command.CommandRunner} and writes no file; other packages turn the events into journal, log
 * and reports.
 */
package io.jenkins.plugins.tasker.engine;
