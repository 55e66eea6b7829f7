package hudson.remoting;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Closeable;
import java.io.IOException;

public class Channel implements VirtualChannel, Closeable {

    private Channel() {}

    public abstract static class Listener {
        public void onClosed(Channel channel, IOException cause) {}

        public void onRead(Channel channel, Command cmd, long blockSize) {}
    }

    @NonNull
    public static Channel currentOrFail() throws IllegalStateException {
        throw new IllegalStateException("there is no channel in a unit test");
    }

    public String getName() {
        throw new UnsupportedOperationException();
    }

    public void addListener(Listener l) {
        throw new UnsupportedOperationException();
    }

    public boolean removeListener(Listener l) {
        throw new UnsupportedOperationException();
    }

    public boolean isClosingOrClosed() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join() throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(long timeout) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T export(Class<T> type, T instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void syncLocalIO() throws InterruptedException {
        throw new UnsupportedOperationException();
    }
}
