package hudson.util;

import java.util.concurrent.ThreadFactory;

/** Works as a factory of plain threads. */
public final class NamingThreadFactory implements ThreadFactory {

    private final ThreadFactory delegate;

    public NamingThreadFactory(ThreadFactory delegate, String name) {
        this.delegate = delegate;
    }

    @Override
    public Thread newThread(Runnable r) {
        return delegate.newThread(r);
    }
}
