/**
 * Provides Jenkins credentials to the commands of an execution type: as environment variables, files on the agent and login
 * options, which exist during the run only. Collects the secrets to mask.
 *
 * <p>{@code run} and {@code configuration} select the credential of each type. Command lines, events and exceptions of this
 * package contain no secret.
 */
package io.jenkins.plugins.tasker.credentials;
