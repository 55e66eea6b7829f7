package io.jenkins.plugins.tasker.validation;

import java.util.function.UnaryOperator;

/**
 * How hosts are validated.
 *
 * @param defaultType the execution type of tasks without {@code exec} (rule 4.1)
 * @param connectionTest whether the connection test of each type is made ({@code -c}, rule 14.3); false by default
 * @param programsRequired whether a missing program is an error, and not only a warning (rule 14.4); true by default
 * @param fullName gives the full name that replaces a short one (rule 14.2); by default names stay as they are
 * @param progress told from several threads, but one after another
 */
public record HostValidationOptions(
        String defaultType,
        boolean connectionTest,
        boolean programsRequired,
        UnaryOperator<String> fullName,
        Progress progress) {

    /** Is told how far the tests are: once with 0 before they begin, then after each host. */
    @FunctionalInterface
    public interface Progress {

        void tested(int done, int hosts);
    }

    public static HostValidationOptions of(String defaultType) {
        return new HostValidationOptions(defaultType, false, true, UnaryOperator.identity(), (done, hosts) -> {});
    }

    public HostValidationOptions withConnectionTest(boolean test) {
        return new HostValidationOptions(defaultType, test, programsRequired, fullName, progress);
    }

    public HostValidationOptions withProgramsRequired(boolean required) {
        return new HostValidationOptions(defaultType, connectionTest, required, fullName, progress);
    }

    public HostValidationOptions withFullName(UnaryOperator<String> lookup) {
        return new HostValidationOptions(defaultType, connectionTest, programsRequired, lookup, progress);
    }

    public HostValidationOptions withProgress(Progress listener) {
        return new HostValidationOptions(defaultType, connectionTest, programsRequired, fullName, listener);
    }
}
