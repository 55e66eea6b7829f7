package io.jenkins.plugins.tasker.acceptance;

import java.util.List;
import java.util.Locale;

/** Somebody with the permissions that the columns of {@code endpoints.csv} are about. */
enum Person {
    ANONYMOUS(List.of(), List.of()),
    OVERALL(List.of("Jenkins.READ"), List.of()),
    READ(List.of("Jenkins.READ"), List.of("Item.READ")),
    BUILD(List.of("Jenkins.READ"), List.of("Item.READ", "Item.BUILD")),
    CONFIGURE(List.of("Jenkins.READ"), List.of("Item.READ", "Item.CONFIGURE")),
    ADMIN(List.of("Jenkins.ADMINISTER"), List.of());

    private final List<String> everywhere;
    private final List<String> inJobs;

    Person(List<String> everywhere, List<String> inJobs) {
        this.everywhere = everywhere;
        this.inJobs = inJobs;
    }

    /** Permissions in all of Jenkins, as a script names them. */
    List<String> everywhere() {
        return everywhere;
    }

    /** Permissions in the jobs that the person is let into. */
    List<String> inJobs() {
        return inJobs;
    }

    /** Name of the account. */
    String account() {
        return "tasker-acceptance-" + name().toLowerCase(Locale.ROOT);
    }
}
