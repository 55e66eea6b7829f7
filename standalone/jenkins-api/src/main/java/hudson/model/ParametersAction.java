package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Iterator;
import java.util.List;
import jenkins.model.RunAction2;

/** Works as in Jenkins: keeps its values. */
public class ParametersAction implements RunAction2, Iterable<ParameterValue>, Queue.QueueAction {

    private final List<ParameterValue> parameters;

    public ParametersAction(@NonNull List<ParameterValue> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    public List<ParameterValue> getParameters() {
        return parameters;
    }

    @Override
    public Iterator<ParameterValue> iterator() {
        return parameters.iterator();
    }

    @Override
    public boolean shouldSchedule(List<Action> actions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAttached(@NonNull Run<?, ?> r) {}

    @Override
    public void onLoad(@NonNull Run<?, ?> r) {}

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Parameters";
    }

    @Override
    public String getUrlName() {
        return "parameters";
    }
}
