package hudson;

import hudson.model.ModelObject;

public class PluginWrapper implements Comparable<PluginWrapper>, ModelObject {
    private PluginWrapper() {}

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(PluginWrapper pw) {
        throw new UnsupportedOperationException();
    }
}
