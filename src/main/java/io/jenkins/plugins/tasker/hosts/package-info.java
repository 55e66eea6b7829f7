/**
 * Reads and writes lists of hosts (section 19).
 *
 * <ul>
 * <li>{@link HostList} reads the items of a list and expands them into a {@link HostSelection}.
 * <li>{@link Inventory} holds the groups that items name; {@link HostFiles} reads the files that they name.
 * <li>{@link FoldedHosts} writes names as ranges, the inverse of expanding them.
 * </ul>
 *
 * <p>Starts nothing and contacts no host. A list that cannot be read ends with a {@link HostListException}, whose {@link
 * HostProblem} has a code, a place and a remedy.
 */
package io.jenkins.plugins.tasker.hosts;
