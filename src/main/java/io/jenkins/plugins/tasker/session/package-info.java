/**
 * A run from the text of a task file to its exit code, in the order of rule 15.2. The command and the Jenkins steps differ in
 * where text comes from, where commands run and who reads along; what happens in between is here, once.
 */
package io.jenkins.plugins.tasker.session;
