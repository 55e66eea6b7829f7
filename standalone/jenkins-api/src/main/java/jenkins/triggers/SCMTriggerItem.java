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

        /** Behaves but for jobs that are adapted, of which our declarations have none. */
        public static @CheckForNull SCMTriggerItem asSCMTriggerItem(Item item) {
            return item instanceof SCMTriggerItem triggered ? triggered : null;
        }
    }
}
