package io.jenkins.plugins.tasker.credentials;

import hudson.util.Secret;
import java.io.IOException;
import java.util.Base64;

/**
 * Bytes in a form that only this Jenkins can read: encrypted with its key, as it stores credentials. State that a run needs after a
 * restart may contain secrets, and stays on the disk if Jenkins is killed (rule 16.4).
 */
public final class EncryptedBytes {

    private EncryptedBytes() {}

    public static String encrypt(byte[] bytes) {
        return Secret.fromString(Base64.getEncoder().encodeToString(bytes)).getEncryptedValue();
    }

    /** @throws IOException if another Jenkins encrypted them, or this one has lost its key */
    public static byte[] decrypt(String encrypted) throws IOException {
        Secret decrypted = Secret.decrypt(encrypted);
        if (decrypted == null) {
            throw new IOException(Messages.EncryptedBytes_unreadable());
        }
        return Base64.getDecoder().decode(Secret.toString(decrypted));
    }
}
