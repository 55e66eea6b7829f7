/**
 * What the administrator of Jenkins says about all runs: execution types, defaults, limits; in the form of Manage Jenkins and as
 * code.
 *
 * <p>Settings only. What they mean is said by the core, to which they are handed over.
 */
package io.jenkins.plugins.tasker.configuration;
