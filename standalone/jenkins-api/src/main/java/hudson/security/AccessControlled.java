package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.core.Authentication;

/** Behaves as for somebody who may do everything. */
public interface AccessControlled {
    @NonNull
    ACL getACL();

    default void checkPermission(@NonNull Permission permission) {}

    default boolean hasPermission(@NonNull Permission permission) {
        return true;
    }

    default boolean hasPermission2(@NonNull Authentication a, @NonNull Permission permission) {
        return true;
    }
}
