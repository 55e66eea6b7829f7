package io.jenkins.plugins.tasker.configuration;

/** The configuration of unit tests, which run without Jenkins and save nothing. */
public final class UnsavedConfiguration extends TaskerConfiguration {

    @Override
    public synchronized void save() {
        // without Jenkins there is no file
    }
}
