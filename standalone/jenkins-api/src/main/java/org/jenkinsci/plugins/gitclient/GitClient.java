package org.jenkinsci.plugins.gitclient;

public interface GitClient {}
