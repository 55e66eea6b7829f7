/**
 * What a build keeps of its runs, and the pages on which people find it.
 *
 * <p>Each web method states its verb and asks for its permission first. Whatever is shown about tasks is made in {@code report}; what is
 * remembered is in the journal beside the build.
 */
package io.jenkins.plugins.tasker.web;
