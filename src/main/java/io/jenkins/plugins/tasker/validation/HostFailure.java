package io.jenkins.plugins.tasker.validation;

/**
 * Why a host, or an execution type, cannot be used.
 *
 * @param subject the host, with the type if it is about a connection, or the type
 * @param exitCode {@link #NAME}, {@link #PING} or {@link #CONNECTION}
 * @param reason safe to show
 */
public record HostFailure(String subject, int exitCode, String reason) {

    /** The name does not resolve. */
    public static final int NAME = 21;
    /** No answer to a ping. */
    public static final int PING = 60;
    /** The program of the type is missing, or its connection test failed. */
    public static final int CONNECTION = 61;

    @Override
    public String toString() {
        return subject + ": " + reason + " [" + exitCode + "]";
    }
}
