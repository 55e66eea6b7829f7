package hudson.model;

import java.util.Collection;

public interface ItemGroup<T extends Item> extends ModelObject {
    Collection<T> getItems();

    String getFullName();

    String getUrl();

    default <T extends Item> Iterable<T> allItems(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
