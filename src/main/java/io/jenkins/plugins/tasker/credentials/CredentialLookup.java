package io.jenkins.plugins.tasker.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Run;
import java.util.List;
import java.util.Optional;

/** Finds credentials in the stores that a build may use. */
@FunctionalInterface
public interface CredentialLookup {

    /** Returns the credential and records its use by the build; empty if the build cannot access one with this id. */
    Optional<StandardCredentials> find(String id);

    /**
     * Finds credentials of the folders of the job and of Jenkins that the user of the build may use. The name of a credentials
     * parameter selects the credential chosen there.
     */
    static CredentialLookup of(Run<?, ?> build) {
        return id -> Optional.ofNullable(
                        CredentialsProvider.findCredentialById(id, StandardCredentials.class, build, List.of()))
                .map(credential -> CredentialsProvider.track(build, credential));
    }
}
