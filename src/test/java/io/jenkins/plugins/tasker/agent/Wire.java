package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Asynchronous;
import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection with the worst behaviour of remoting: objects are serialized, and asynchronous calls overtake each other.
 * Tests can cut it.
 */
final class Wire implements VirtualChannel, AutoCloseable {

    private static final Map<Integer, Exported> EXPORTED = new ConcurrentHashMap<>();
    private static final AtomicInteger IDS = new AtomicInteger();

    private record Exported(Object target, Wire wire) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean cut;

    void cut() {
        cut = true;
    }

    @Override
    public <T> T export(Class<T> type, T instance) {
        int id = IDS.incrementAndGet();
        EXPORTED.put(id, new Exported(instance, this));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Remote(id)));
    }

    private record Remote(int id) implements InvocationHandler, Serializable {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Exported exported = EXPORTED.get(id);
            if (exported.wire().cut) {
                throw new IllegalStateException("the wire is cut");
            }
            Object[] received = copy(arguments);
            if (!method.isAnnotationPresent(Asynchronous.class)) {
                return copy(call(method, exported.target(), received));
            }
            exported.wire().threads.execute(() -> {
                try {
                    Thread.sleep(ThreadLocalRandom.current().nextInt(3));
                    call(method, exported.target(), received);
                } catch (InterruptedException e) {
                    // the connection is closed
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            });
            return null;
        }

        private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
            try {
                method.setAccessible(true);
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public void join() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(long timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void syncLocalIO() {
        throw new UnsupportedOperationException();
    }
}
