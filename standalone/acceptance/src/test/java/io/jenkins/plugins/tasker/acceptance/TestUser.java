package io.jenkins.plugins.tasker.acceptance;

import java.util.List;
import java.util.Locale;

/** A user with the permissions of a column of {@code endpoints.csv}. */
enum TestUser {
    ANONYMOUS(List.of(), List.of()),
    OVERALL(List.of("Jenkins.READ"), List.of()),
    READ(List.of("Jenkins.READ"), List.of("Item.READ")),
    BUILD(List.of("Jenkins.READ"), List.of("Item.READ", "Item.BUILD")),
    CONFIGURE(List.of("Jenkins.READ"), List.of("Item.READ", "Item.CONFIGURE")),
    ADMIN(List.of("Jenkins.ADMINISTER"), List.of());

    private final List<String> everywhere;
    private final List<String> inJobs;

    TestUser(List<String> everywhere, List<String> inJobs) {
        this.everywhere = everywhere;
        this.inJobs = inJobs;
    }

    /** Global permissions, as a script names them. */
    List<String> everywhere() {
        return everywhere;
    }

    /** Permissions in the jobs that {@link TestUsers#grant} names. */
    List<String> inJobs() {
        return inJobs;
    }

    /** Name of the account. */
    String account() {
        return "tasker-acceptance-" + name().toLowerCase(Locale.ROOT);
    }
}
