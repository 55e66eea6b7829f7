package hudson.tasks;

import hudson.ExtensionPoint;

@SuppressWarnings("deprecation")
public abstract class Recorder extends Publisher implements ExtensionPoint {
    protected Recorder() {}
}
