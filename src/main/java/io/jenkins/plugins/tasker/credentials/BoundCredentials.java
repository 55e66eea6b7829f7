package io.jenkins.plugins.tasker.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.AbortException;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.SecretForms;
import io.jenkins.plugins.tasker.engine.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The credentials of one run, made ready for its commands: each execution type with what its commands need, and everything
 * that must not be seen. {@link #close} takes back what lies on the agent.
 */
public final class BoundCredentials implements AutoCloseable {

    private final SecretFiles files;
    private final Set<String> hidden = new HashSet<>();
    private final List<ExecutionType> bound = new ArrayList<>();

    private BoundCredentials(SecretFiles files) {
        this.files = files;
    }

    /**
     * @param ids of credentials, by the name of their execution type, which is a known one
     * @param files where secret files go; closed with this object, or when this fails
     * @throws AbortException if a credential cannot be used; the message says which, and the remedy
     */
    public static BoundCredentials bind(
            Map<String, String> ids, ExecutionTypes types, CredentialLookup lookup, SecretFiles files)
            throws IOException, InterruptedException {
        BoundCredentials credentials = new BoundCredentials(files);
        try {
            for (Map.Entry<String, String> id : ids.entrySet()) {
                ExecutionType type = types.find(id.getKey()).orElseThrow();
                credentials.add(Binding.of(type, find(id.getValue(), type, lookup), files));
            }
            return credentials;
        } catch (IOException | InterruptedException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static StandardCredentials find(String id, ExecutionType type, CredentialLookup lookup)
            throws AbortException {
        return lookup.find(id)
                .orElseThrow(() -> new AbortException("the credential '" + id + "' for execution type '" + type.name()
                        + "' is not there for this job; check the id, the folder where the credential is stored,"
                        + " and whether the user may use it whom the build runs as"));
    }

    private void add(Binding binding) {
        bound.add(binding.boundType());
        hidden.addAll(binding.hidden());
    }

    /** The types, of which those with a credential give it to their commands. */
    public ExecutionTypes applyTo(ExecutionTypes types) {
        return types.with(bound);
    }

    /** @param others values that must not be seen either, such as those that the build hides in its console */
    public Secrets secrets(Collection<String> others) {
        Set<String> all = new HashSet<>(hidden);
        others.forEach(value -> all.addAll(SecretForms.of(value)));
        return Secrets.of(all);
    }

    @Override
    public void close() {
        files.close();
    }
}
