package io.jenkins.plugins.tasker.credentials;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsDescriptor;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.util.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Creates credentials of all kinds. */
public final class TestCredentials implements CredentialLookup {

    private final Map<String, StandardCredentials> stored = new HashMap<>();

    @Override
    public Optional<StandardCredentials> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    public TestCredentials password(String id, String user, String password, boolean secretUser) {
        return add(new Password(id, user, Secret.fromString(password), secretUser));
    }

    public TestCredentials key(String id, String user, String key, String passphrase) {
        return add(new Key(id, user, key, Secret.fromString(passphrase)));
    }

    public TestCredentials text(String id, String secret) {
        return add(new Text(id, Secret.fromString(secret)));
    }

    public TestCredentials file(String id, byte[] content) {
        return add(new FileOfBytes(id, content));
    }

    /** A kind of credential that the plugin does not support. */
    public TestCredentials other(String id) {
        return add(new Other(id));
    }

    private TestCredentials add(StandardCredentials credential) {
        stored.put(credential.getId(), credential);
        return this;
    }

    private abstract static class Base implements StandardCredentials {
        private static final long serialVersionUID = 1L;
        private final String id;

        private Base(String id) {
            this.id = id;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public CredentialsDescriptor getDescriptor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CredentialsScope getScope() {
            return CredentialsScope.GLOBAL;
        }
    }

    private static final class Other extends Base {
        private static final long serialVersionUID = 1L;

        private Other(String id) {
            super(id);
        }
    }

    private static final class Password extends Base implements StandardUsernamePasswordCredentials {
        private static final long serialVersionUID = 1L;
        private final String user;
        private final Secret password;
        private final boolean secretUser;

        private Password(String id, String user, Secret password, boolean secretUser) {
            super(id);
            this.user = user;
            this.password = password;
            this.secretUser = secretUser;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public boolean isUsernameSecret() {
            return secretUser;
        }

        @Override
        public Secret getPassword() {
            return password;
        }
    }

    private static final class Key extends Base implements SSHUserPrivateKey {
        private static final long serialVersionUID = 1L;
        private final String user;
        private final String key;
        private final Secret passphrase;

        private Key(String id, String user, String key, Secret passphrase) {
            super(id);
            this.user = user;
            this.key = key;
            this.passphrase = passphrase;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public boolean isUsernameSecret() {
            return false;
        }

        @Override
        public List<String> getPrivateKeys() {
            return List.of(key);
        }

        @Override
        public Secret getPassphrase() {
            return passphrase;
        }
    }

    private static final class Text extends Base implements StringCredentials {
        private static final long serialVersionUID = 1L;
        private final Secret secret;

        private Text(String id, Secret secret) {
            super(id);
            this.secret = secret;
        }

        @Override
        public Secret getSecret() {
            return secret;
        }
    }

    private static final class FileOfBytes extends Base implements FileCredentials {
        private static final long serialVersionUID = 1L;
        private final byte[] content;

        private FileOfBytes(String id, byte[] content) {
            super(id);
            this.content = content;
        }

        @Override
        public String getFileName() {
            return "secret.bin";
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(content);
        }
    }
}
