/**
 * A build that goes on from an earlier one checks out what that one did.
 *
 * <p>What Jenkins knows of checked out revisions is different for each kind of SCM; whatever cannot be checked out again is told.
 */
package io.jenkins.plugins.tasker.scm;
