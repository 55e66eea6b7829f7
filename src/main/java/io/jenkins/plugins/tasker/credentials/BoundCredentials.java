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
 * The credentials of one run: execution types with the environment and options of their credentials, and the secrets to mask.
 * {@link #close} deletes the files on the agent.
 */
public final class BoundCredentials implements AutoCloseable {

    private final SecretFiles files;
    private final Set<String> hidden = new HashSet<>();
    private final List<ExecutionType> bound = new ArrayList<>();

    private BoundCredentials(SecretFiles files) {
        this.files = files;
    }

    /**
     * @param ids credential ids by the name of their execution type, which must exist
     * @param files receives secret files; closed with this object, or if this method fails
     * @throws AbortException if a credential cannot be used; the message names it and the remedy
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
                .orElseThrow(() -> new AbortException(Messages.BoundCredentials_missing(id, type.name())));
    }

    private void add(Binding binding) {
        bound.add(binding.boundType());
        hidden.addAll(binding.hidden());
    }

    /** Returns the types; those with a credential pass it to their commands. */
    public ExecutionTypes applyTo(ExecutionTypes types) {
        return types.with(bound);
    }

    /** @param others further values to mask, such as those that the console of the build masks */
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
