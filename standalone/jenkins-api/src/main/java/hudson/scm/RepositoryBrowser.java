package hudson.scm;

public abstract class RepositoryBrowser {
    private RepositoryBrowser() {}
}
