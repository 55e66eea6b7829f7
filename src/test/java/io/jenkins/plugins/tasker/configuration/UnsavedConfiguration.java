package io.jenkins.plugins.tasker.configuration;

/** What an administrator says where there is no Jenkins that could keep it. */
public final class UnsavedConfiguration extends TaskerConfiguration {

    @Override
    public synchronized void save() {
        // there is no place for it
    }
}
