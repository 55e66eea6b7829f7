package io.jenkins.plugins.tasker.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Run;
import java.util.List;
import java.util.Optional;

/** Where credentials come from: the stores that a build may use. */
@FunctionalInterface
public interface CredentialLookup {

    /** The credential of this id, and a note that the build uses it; empty if the build can see none. */
    Optional<StandardCredentials> find(String id);

    /**
     * What the job of a build may use: credentials of its folders and of Jenkins, as far as the user allows it whom the build
     * runs as. An id that is the name of a credentials parameter stands for what was chosen there.
     */
    static CredentialLookup of(Run<?, ?> build) {
        return id -> Optional.ofNullable(
                        CredentialsProvider.findCredentialById(id, StandardCredentials.class, build, List.of()))
                .map(credential -> CredentialsProvider.track(build, credential));
    }
}
