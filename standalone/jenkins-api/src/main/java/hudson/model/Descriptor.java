package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import jenkins.model.Loadable;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** Works as in Jenkins, except for loading and saving, which need a Jenkins home. */
public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable {
    public final transient Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz == self() ? enclosed(getClass()) : clazz;
    }

    protected Descriptor() {
        this.clazz = enclosed(getClass().getEnclosingClass());
    }

    @SuppressWarnings("unchecked")
    private Class<? extends T> enclosed(Class<?> type) {
        return (Class<? extends T>) type;
    }

    @NonNull
    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    public String getId() {
        return clazz.getName();
    }

    public T newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData) throws FormException {
        throw new UnsupportedOperationException();
    }

    public String getHelpFile(String fieldName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void save() {}

    @Override
    public synchronized void load() {}

    @SuppressWarnings("rawtypes")
    protected static Class self() {
        return Self.class;
    }

    public static final class Self {}

    public static final class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        public FormException(String message, String formField) {
            super(message);
        }
    }
}
