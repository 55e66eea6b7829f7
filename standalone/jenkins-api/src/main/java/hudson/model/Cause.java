package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

@SuppressWarnings("rawtypes")
public abstract class Cause {

    public abstract String getShortDescription();

    public void onAddedTo(@NonNull Run build) {}

    public void onLoad(@NonNull Run<?, ?> build) {}

    public void print(TaskListener listener) {
        throw new UnsupportedOperationException();
    }

    public static class UserIdCause extends Cause {

        public UserIdCause() {}

        @Override
        public String getShortDescription() {
            throw new UnsupportedOperationException();
        }
    }
}
