package hudson.model;

import java.util.Collection;

public interface Item extends ModelObject {
    ItemGroup<? extends Item> getParent();

    @SuppressWarnings("rawtypes")
    Collection<? extends Job> getAllJobs();

    String getName();

    String getFullName();

    String getUrl();
}
