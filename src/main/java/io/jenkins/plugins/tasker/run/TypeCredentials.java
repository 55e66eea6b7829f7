package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.session.UsedTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ids of the credentials of a run, by the names of their execution types.
 *
 * @param ofStep override those of the configuration; all of them are looked up
 * @param ofConfiguration looked up only for types that a task may use, because a job can see only some credentials
 */
record TypeCredentials(Map<String, String> ofStep, Map<String, String> ofConfiguration) {

    /** @throws AbortException if a credential of the step is not valid */
    static TypeCredentials of(List<TypeCredential> given, Map<String, String> configured, ExecutionTypes types)
            throws AbortException {
        Map<String, String> ofStep = new LinkedHashMap<>();
        for (TypeCredential credential : given) {
            String type = credential.getType();
            if (types.find(type).isEmpty()) {
                throw new AbortException(Messages.TypeCredentials_unknown(type, types.choice()));
            }
            if (credential.getCredentialsId().isEmpty()) {
                throw new AbortException(Messages.TypeCredentials_noId(type));
            }
            if (ofStep.put(type, credential.getCredentialsId()) != null) {
                throw new AbortException(Messages.TypeCredentials_twice(type));
            }
        }
        return new TypeCredentials(ofStep, configured);
    }

    /** Returns the ids of the credentials that a run needs, by the names of their types. */
    Map<String, String> ids(UsedTypes used) {
        Map<String, String> ids = new LinkedHashMap<>(ofConfiguration);
        ids.keySet().removeIf(type -> !used.mayBe(type));
        ids.putAll(ofStep);
        return ids;
    }
}
