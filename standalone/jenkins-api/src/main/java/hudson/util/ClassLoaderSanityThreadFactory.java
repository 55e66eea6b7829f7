package hudson.util;

import java.util.concurrent.ThreadFactory;

/** Works as a factory of plain threads. */
public class ClassLoaderSanityThreadFactory implements ThreadFactory {

    private final ThreadFactory delegate;

    public ClassLoaderSanityThreadFactory(ThreadFactory delegate) {
        this.delegate = delegate;
    }

    @Override
    public Thread newThread(Runnable r) {
        return delegate.newThread(r);
    }
}
