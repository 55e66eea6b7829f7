package io.jenkins.plugins.tasker.credentials;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.common.UsernameCredentials;
import hudson.AbortException;
import hudson.util.Secret;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.Login;
import io.jenkins.plugins.tasker.engine.SecretForms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Converts one credential to the environment, files and options of the commands of an execution type, and collects its secrets. */
final class Binding {

    static final String USERNAME = "TASKER_USERNAME";
    static final String PASSWORD = "TASKER_PASSWORD";
    static final String KEY_FILE = "TASKER_KEY_FILE";
    static final String PASSPHRASE = "TASKER_PASSPHRASE";
    static final String SECRET = "TASKER_SECRET";
    static final String SECRET_FILE = "TASKER_SECRET_FILE";

    /** Upper limit for files whose content is masked in outputs; searching for larger ones would take longer than the run. */
    private static final int LARGEST_HIDDEN_FILE = 64 * 1024;

    private final ExecutionType type;
    private final StandardCredentials credential;
    private final SecretFiles files;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private Login login = Login.NONE;

    private Binding(ExecutionType type, StandardCredentials credential, SecretFiles files) {
        this.type = type;
        this.credential = credential;
        this.files = files;
    }

    /** @throws AbortException if commands of this type cannot use the credential */
    static Binding of(ExecutionType type, StandardCredentials credential, SecretFiles files)
            throws IOException, InterruptedException {
        Binding binding = new Binding(type, credential, files);
        if (credential instanceof SSHUserPrivateKey key) {
            binding.key(key);
        } else if (credential instanceof StandardUsernamePasswordCredentials password) {
            binding.password(password);
        } else if (credential instanceof StringCredentials text) {
            binding.rejectForLogin();
            binding.secret(SECRET, text.getSecret());
        } else if (credential instanceof FileCredentials file) {
            binding.rejectForLogin();
            binding.file(file);
        } else {
            throw binding.refused(Messages::Binding_kind);
        }
        return binding;
    }

    /** Returns the execution type with environment and options of the credential. */
    ExecutionType boundType() {
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.putAll(login.environment());
        return type.withLogin(new Login(variables, login.options()));
    }

    Set<String> hidden() {
        return hidden;
    }

    private void key(SSHUserPrivateKey credential) throws IOException, InterruptedException {
        rejectOnNode();
        String key = credential.getPrivateKeys().stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseThrow(() -> refused(Messages::Binding_noKey));
        hide(key);
        // OpenSSH requires a line feed after each line, the last one included.
        String lines = String.join("\n", key.strip().lines().toList()) + "\n";
        byte[] content = lines.getBytes(StandardCharsets.UTF_8);
        String path = files.file(type.name() + "-key", new ByteArrayInputStream(content));
        username(credential);
        environment.put(KEY_FILE, path);
        boolean locked = !Secret.toString(credential.getPassphrase()).isEmpty();
        if (locked) {
            secret(PASSPHRASE, credential.getPassphrase());
        }
        if (type.usesLogin()) {
            OpenSshLogin ssh = new OpenSshLogin(type.name(), credential.getUsername(), files);
            login = locked ? ssh.withKey(path, PASSPHRASE) : ssh.withKey(path);
        }
    }

    private void password(StandardUsernamePasswordCredentials credential) throws IOException, InterruptedException {
        username(credential);
        secret(PASSWORD, credential.getPassword());
        if (type.usesLogin()) {
            login = new OpenSshLogin(type.name(), credential.getUsername(), files).withPassword(PASSWORD);
        }
    }

    private void username(UsernameCredentials credential) throws AbortException {
        environment.put(USERNAME, credential.getUsername());
        if (credential.isUsernameSecret()) {
            if (type.usesLogin()) {
                throw refused(Messages::Binding_secretUsername);
            }
            hide(credential.getUsername());
        }
    }

    private void rejectOnNode() throws AbortException {
        if (type.onNode()) {
            throw refused(Messages::Binding_file);
        }
    }

    private void file(FileCredentials credential) throws IOException, InterruptedException {
        rejectOnNode();
        byte[] content;
        try (InputStream in = credential.getContent()) {
            content = in.readAllBytes();
        }
        environment.put(SECRET_FILE, files.file(type.name() + "-secret", new ByteArrayInputStream(content)));
        if (content.length <= LARGEST_HIDDEN_FILE) {
            try {
                hide(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString());
            } catch (CharacterCodingException e) {
                hidden.addAll(SecretForms.of(content));
            }
        }
    }

    private void secret(String variable, Secret secret) {
        environment.put(variable, Secret.toString(secret));
        hide(Secret.toString(secret));
    }

    private void hide(String secret) {
        hidden.addAll(SecretForms.of(secret));
    }

    private void rejectForLogin() throws AbortException {
        if (type.usesLogin()) {
            throw refused(Messages::Binding_login);
        }
    }

    /** @param message of an id and a type */
    private AbortException refused(BiFunction<String, String, String> message) {
        return new AbortException(message.apply(credential.getId(), type.name()));
    }
}
