package io.jenkins.plugins.tasker.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.tasker.credentials.EncryptedBytes;
import io.jenkins.plugins.tasker.validation.Checks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/**
 * Settings in a form that a Pipeline can save with its state: Pipeline's own serialization does not support records. They are
 * encrypted, because values of variables may be secrets, and the state stays on the disk if Jenkins is killed. The
 * name of this class, package included, is part of the saved state of running builds.
 */
public final class SavedSettings implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The settings as an earlier version saved them; null in what this version saves. */
    @CheckForNull
    private final byte[] bytes;

    /** The settings, whose variables may be secret. */
    @CheckForNull
    private final String encrypted;

    public SavedSettings(StepSettings settings) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(saved)) {
            out.writeObject(settings);
        }
        bytes = null;
        encrypted = EncryptedBytes.encrypt(saved.toByteArray());
    }

    /** @throws IOException if another version of this plugin, or another Jenkins, saved them in a form that cannot be read */
    public StepSettings get() throws IOException {
        byte[] saved = encrypted == null ? bytes : EncryptedBytes.decrypt(encrypted);
        try (ObjectInputStream in = new SavedObjectStream(saved)) {
            return (StepSettings) in.readObject();
        } catch (ClassNotFoundException | RuntimeException e) {
            throw new IOException(Messages.SavedSettings_otherVersion(e.getMessage()), e);
        }
    }

    /** Finds classes that moved to another package after a build had saved them. */
    private static final class SavedObjectStream extends ObjectInputStream {

        SavedObjectStream(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass saved) throws IOException, ClassNotFoundException {
            return saved.getName().equals("io.jenkins.plugins.tasker.session.Checks")
                    ? Checks.class
                    : super.resolveClass(saved);
        }
    }
}
