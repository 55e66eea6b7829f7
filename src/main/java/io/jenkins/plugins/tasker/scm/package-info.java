/**
 * Lets a build that resumes an earlier one check out the same revisions.
 *
 * <p>Each kind of SCM has its own {@link RevisionCarrier}. {@link CarriedRevisions} holds the revisions, and names the
 * sources that are checked out at their newest revision instead.
 */
package io.jenkins.plugins.tasker.scm;
