package hudson.model;

import java.io.IOException;

@SuppressWarnings("rawtypes")
public abstract class Environment {

    public boolean tearDown(AbstractBuild build, BuildListener listener) throws IOException, InterruptedException {
        return true;
    }
}
