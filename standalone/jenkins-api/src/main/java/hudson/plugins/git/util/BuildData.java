package hudson.plugins.git.util;

import hudson.model.Action;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/** Works as in Jenkins: stores builds. */
public class BuildData implements Action, Serializable, Cloneable {
    private static final long serialVersionUID = 1L;

    public Build lastBuild;
    public Set<String> remoteUrls = new HashSet<>();

    public BuildData() {}

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Git Build Data";
    }

    @Override
    public String getUrlName() {
        return "git";
    }

    public void saveBuild(Build build) {
        lastBuild = build;
    }

    public void addRemoteUrl(String remoteUrl) {
        remoteUrls.add(remoteUrl);
    }

    public Set<String> getRemoteUrls() {
        return remoteUrls;
    }
}
