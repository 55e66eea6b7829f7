package io.jenkins.plugins.tasker.validation;

/**
 * Why a host or an execution type cannot be used.
 *
 * @param subject the host, the host with the execution type of a connection, or the execution type
 * @param exitCode {@link #NAME}, {@link #PING} or {@link #CONNECTION}
 * @param reason a text that is safe to show
 */
public record HostFailure(String subject, int exitCode, String reason) {

    /** The name does not resolve. */
    public static final int NAME = 21;
    /** The host does not answer a ping. */
    public static final int PING = 60;
    /** The program of the execution type is missing, or its connection test failed. */
    public static final int CONNECTION = 61;

    @Override
    public String toString() {
        return subject + ": " + reason + " [" + exitCode + "]";
    }
}
