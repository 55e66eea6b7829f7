package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import java.io.Serializable;

public interface Credentials extends Serializable, ExtensionPoint {
    @CheckForNull
    CredentialsScope getScope();
}
