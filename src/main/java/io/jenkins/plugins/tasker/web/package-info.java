/**
 * The pages of runs, jobs and projects, their REST interface, and the endpoints for resume and approval.
 *
 * <p>Each web method states its HTTP verb and checks its permission first. {@code report} renders what the pages show about
 * tasks; the journal in the directory of the run holds the data. {@code build.xml} holds a {@link RunEntry} per run.
 */
package io.jenkins.plugins.tasker.web;
