package hudson.remoting;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

/** Works in part: runs everything in this JVM. */
public class LocalChannel implements VirtualChannel {
    private final ExecutorService executor;

    public LocalChannel(ExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
        return callable.call();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(@NonNull Callable<V, T> callable) {
        LocalFuture<V> future = new LocalFuture<>(() -> {
            try {
                return callable.call();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
        });
        executor.execute(future);
        return future;
    }

    @Override
    public void close() {}

    @Override
    public void join() throws InterruptedException {}

    @Override
    public void join(long timeout) throws InterruptedException {}

    @Override
    public <T> T export(@NonNull Class<T> intf, T instance) {
        return instance;
    }

    @Override
    public void syncLocalIO() throws InterruptedException {}

    private static final class LocalFuture<V> extends FutureTask<V> implements Future<V> {
        private LocalFuture(java.util.concurrent.Callable<V> callable) {
            super(callable);
        }
    }
}
