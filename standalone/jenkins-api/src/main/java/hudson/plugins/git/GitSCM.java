package hudson.plugins.git;

import hudson.scm.ChangeLogParser;

public class GitSCM extends GitSCMBackwardCompatibility {
    private static final long serialVersionUID = 1L;

    private GitSCM() {}

    @Override
    public ChangeLogParser createChangeLogParser() {
        throw new UnsupportedOperationException();
    }
}
