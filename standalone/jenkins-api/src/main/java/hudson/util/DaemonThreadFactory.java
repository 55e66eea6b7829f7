package hudson.util;

import java.util.concurrent.ThreadFactory;

/** Works as a factory of plain threads. */
public class DaemonThreadFactory implements ThreadFactory {

    public DaemonThreadFactory() {}

    @Override
    public Thread newThread(Runnable r) {
        return new Thread(r);
    }
}
