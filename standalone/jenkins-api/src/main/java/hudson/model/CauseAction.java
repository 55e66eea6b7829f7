package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;
import jenkins.model.RunAction2;

public class CauseAction implements RunAction2 {

    private final List<Cause> causes;

    public CauseAction(Cause... c) {
        this.causes = List.of(c);
    }

    public List<Cause> getCauses() {
        return causes;
    }

    @Override
    public void onAttached(@NonNull Run<?, ?> owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onLoad(@NonNull Run<?, ?> owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Cause";
    }

    @Override
    public String getUrlName() {
        return "cause";
    }
}
