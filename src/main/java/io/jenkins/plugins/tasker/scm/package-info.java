/**
 * Lets a build that resumes an earlier one check out the same revisions.
 *
 * <p>Each kind of SCM has its own {@link RevisionCarrier}. The result names the sources whose revision cannot be repeated.
 */
package io.jenkins.plugins.tasker.scm;
