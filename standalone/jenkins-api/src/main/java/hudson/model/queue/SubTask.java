package hudson.model.queue;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Label;
import hudson.model.ModelObject;
import hudson.model.Queue;
import java.io.IOException;

public interface SubTask extends ModelObject {
    default Label getAssignedLabel() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    Queue.Executable createExecutable() throws IOException;

    default @NonNull Queue.Task getOwnerTask() {
        throw new UnsupportedOperationException();
    }

    default String getUrl() {
        throw new UnsupportedOperationException();
    }
}
