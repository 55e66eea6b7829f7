package io.jenkins.plugins.tasker.steps;

import io.jenkins.plugins.tasker.run.StepSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** Settings as a Pipeline can save them with its state: its own serialization knows no records. */
public final class SavedSettings implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    public SavedSettings(StepSettings settings) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(saved)) {
            out.writeObject(settings);
        }
        bytes = saved.toByteArray();
    }

    /** @throws IOException if another version of this plugin has saved them in a way that this one cannot read */
    public StepSettings get() throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (StepSettings) in.readObject();
        } catch (ClassNotFoundException | RuntimeException e) {
            throw new IOException("the settings were saved by another version of the plugin: " + e.getMessage(), e);
        }
    }
}
