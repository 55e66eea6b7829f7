package hudson.cli;

import hudson.ExtensionPoint;
import java.io.PrintStream;

public abstract class CLICommand implements ExtensionPoint, Cloneable {

    public transient PrintStream stdout;

    public String getName() {
        throw new UnsupportedOperationException();
    }

    public abstract String getShortDescription();

    protected abstract int run() throws Exception;
}
