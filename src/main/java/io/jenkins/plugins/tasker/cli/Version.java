package io.jenkins.plugins.tasker.cli;

/** The version of the command, from the manifest of its jar. */
final class Version {

    private Version() {}

    /** Returns {@code tasker 12.v1a2b3c (Java 17.0.13)}, for reports of errors. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "tasker " + (version == null ? "without a version" : version) + " (Java " + Runtime.version() + ")";
    }
}
