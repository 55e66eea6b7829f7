package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.util.Collection;

public interface Item extends ModelObject, AccessControlled {
    Permission BUILD = null;
    Permission CANCEL = null;
    Permission CONFIGURE = null;
    Permission READ = null;

    Permission EXTENDED_READ = null;

    ItemGroup<? extends Item> getParent();

    @SuppressWarnings("rawtypes")
    Collection<? extends Job> getAllJobs();

    String getName();

    String getFullName();

    String getUrl();
}
