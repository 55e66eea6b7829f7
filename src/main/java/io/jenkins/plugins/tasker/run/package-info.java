/**
 * One run within a build of Jenkins, the same for every kind of job: parameters of the author, settings of the administrator,
 * credentials and agent become a {@code session}; its end becomes the result of the build.
 *
 * <p>Pipeline and Freestyle differ in how they call this package, and in nothing else. An {@code if} about tasks belongs into the core.
 */
package io.jenkins.plugins.tasker.run;
