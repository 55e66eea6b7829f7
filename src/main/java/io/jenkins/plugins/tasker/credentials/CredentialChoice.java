package io.jenkins.plugins.tasker.credentials;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.springframework.security.core.Authentication;

/** Lists the credentials that a form offers: those that builds can access and commands can use. */
public final class CredentialChoice {

    private CredentialChoice() {}

    /** Lists the credentials of Jenkins itself, for administrators. */
    public static ListBoxModel ofJenkins(String current) {
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), StandardCredentials.class, List.of(), usable())
                .includeCurrentValue(current);
    }

    /** @param item the job, whose credentials the user may list; null for a job that does not exist yet */
    static ListBoxModel of(Item item, String current) {
        if (item == null) {
            return ofJenkins(current);
        }
        Authentication builds = item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(builds, item, StandardCredentials.class, List.of(), usable())
                .includeCurrentValue(current);
    }

    /** Lists the current credential only, so that a user without permission to list credentials can save the form. */
    public static ListBoxModel only(String current) {
        return new StandardListBoxModel().includeCurrentValue(current);
    }

    private static CredentialsMatcher usable() {
        return CredentialsMatchers.allOf(
                CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM)),
                CredentialsMatchers.anyOf(
                        CredentialsMatchers.instanceOf(SSHUserPrivateKey.class),
                        CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class),
                        CredentialsMatchers.instanceOf(StringCredentials.class),
                        CredentialsMatchers.instanceOf(FileCredentials.class)));
    }
}
