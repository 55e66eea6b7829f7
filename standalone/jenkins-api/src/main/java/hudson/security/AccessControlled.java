package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.core.Authentication;

/** Works as for a user with all permissions. */
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
