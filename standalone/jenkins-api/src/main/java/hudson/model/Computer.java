package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.security.Permission;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public abstract class Computer extends Actionable {

    public static final Permission BUILD = null;

    /** Works as in Jenkins. */
    public static final ExecutorService threadPoolForRemoting = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "Computer.threadPoolForRemoting");
        thread.setDaemon(true);
        return thread;
    });

    protected Computer(Node node) {
        throw new UnsupportedOperationException();
    }

    public abstract @Nullable VirtualChannel getChannel();

    public abstract @CheckForNull Boolean isUnix();

    public @NonNull String getName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public @NonNull String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public Node getNode() {
        throw new UnsupportedOperationException();
    }

    public boolean isAcceptingTasks() {
        throw new UnsupportedOperationException();
    }

    public final int countBusy() {
        throw new UnsupportedOperationException();
    }

    public @NonNull EnvVars buildEnvironment(@NonNull TaskListener listener) throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public boolean isOffline() {
        throw new UnsupportedOperationException();
    }

    public final boolean isOnline() {
        throw new UnsupportedOperationException();
    }

    public EnvVars getEnvironment() throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
