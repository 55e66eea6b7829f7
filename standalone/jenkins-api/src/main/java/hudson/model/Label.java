package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Set;

public abstract class Label extends Actionable {

    protected Label() {}

    public static Label parseExpression(@NonNull String labelExpression) {
        throw new UnsupportedOperationException();
    }

    @NonNull
    public Set<Node> getNodes() {
        throw new UnsupportedOperationException();
    }
}
