package jenkins.triggers;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;
import hudson.scm.SCM;
import java.util.Collection;

public interface SCMTriggerItem {
    @NonNull
    Collection<? extends SCM> getSCMs();

    class SCMTriggerItems {
        private SCMTriggerItems() {}

        /** Works as in Jenkins, except for adapted jobs, which the declarations lack. */
        public static @CheckForNull SCMTriggerItem asSCMTriggerItem(Item item) {
            return item instanceof SCMTriggerItem triggered ? triggered : null;
        }
    }
}
