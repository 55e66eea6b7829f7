package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.core.Authentication;

public abstract class FlowExecution {
    protected FlowExecution() {}

    public @NonNull Authentication getAuthentication2() {
        throw new UnsupportedOperationException();
    }
}
