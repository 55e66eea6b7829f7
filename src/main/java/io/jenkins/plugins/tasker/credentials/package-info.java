/**
 * Credentials of Jenkins for the commands of an execution type: environment variables and files on the agent, taken back after the
 * run, and the texts that have to be masked.
 *
 * <p>Which type has which credential is said by {@code run} and {@code configuration}. No secret may stand on a command line, in an event or in an
 * exception from here.
 */
package io.jenkins.plugins.tasker.credentials;
