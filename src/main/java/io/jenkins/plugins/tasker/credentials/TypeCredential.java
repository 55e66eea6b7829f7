package io.jenkins.plugins.tasker.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.security.AccessControlled;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.function.UnaryOperator;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The credential for the commands of one execution type; it replaces the one of the global configuration. */
public final class TypeCredential implements Describable<TypeCredential>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String credentialsId;

    /** @param type name of the execution type */
    @DataBoundConstructor
    public TypeCredential(String type, String credentialsId) {
        this.type = Util.fixNull(type).trim();
        this.credentialsId = Util.fixNull(credentialsId).trim();
    }

    public String getType() {
        return type;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** Returns a copy with each text replaced, for example with variables of the build expanded. */
    public TypeCredential with(UnaryOperator<String> text) {
        return new TypeCredential(text.apply(type), text.apply(credentialsId));
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<TypeCredential> {

        @Override
        public String getDisplayName() {
            return Messages.TypeCredential_displayName();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return mayListCredentials(item)
                    ? CredentialChoice.of(item, credentialsId)
                    : CredentialChoice.only(credentialsId);
        }

        @POST
        public FormValidation doCheckType(@AncestorInPath Item item, @QueryParameter String value) {
            if (!mayListCredentials(item)) {
                return FormValidation.ok();
            }
            return Util.fixNull(value).isBlank()
                    ? FormValidation.error(Messages.TypeCredential_noType())
                    : FormValidation.ok();
        }

        private static boolean mayListCredentials(Item item) {
            AccessControlled place = item == null ? Jenkins.get() : item;
            return item == null
                    ? place.hasPermission(Jenkins.ADMINISTER)
                    : place.hasPermission(Item.EXTENDED_READ) || place.hasPermission(CredentialsProvider.USE_ITEM);
        }
    }
}
