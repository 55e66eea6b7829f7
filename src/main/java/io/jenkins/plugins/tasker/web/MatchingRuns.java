package io.jenkins.plugins.tasker.web;

import hudson.AbortException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the runs of a resumed build that correspond to runs of the earlier build: those with the same task file and parallel
 * branch, and the same position among the runs with both.
 */
record MatchingRuns(List<RunEntry> here, List<RunEntry> there) {

    /** Returns the run of the earlier build that corresponds to a run of this build. */
    Optional<RunEntry> of(int number) {
        RunEntry wanted = entry(here, number);
        long before = here.stream()
                .filter(run -> run.number() < number && run.hasSameFileAndBranch(wanted))
                .count();
        return there.stream()
                .filter(run -> run.hasSameFileAndBranch(wanted))
                .skip(before)
                .findFirst();
    }

    /** Returns whether a run of this build corresponds to a run of the earlier one. */
    boolean isReached(int earlier) {
        return isReached(earlier, Integer.MAX_VALUE);
    }

    private boolean isReached(int earlier, int before) {
        return here.stream()
                .filter(run -> run.number() < before)
                .anyMatch(run -> of(run.number())
                        .filter(same -> same.number() == earlier)
                        .isPresent());
    }

    /**
     * Rejects a run without a corresponding one, unless this build has already reached the resumed run and all runs before it or
     * in parallel to it. Its task file or branch was probably renamed, and it would repeat tasks.
     *
     * @throws AbortException names the runs that this build has not reached
     */
    void requireReached(int number, ResumeAction resume) throws AbortException {
        RunEntry run = entry(here, number);
        RunEntry resumed = entry(there, resume.run());
        String missing = there.stream()
                .filter(earlier -> earlier.number() <= resume.run() || earlier.isParallelTo(resumed))
                .filter(earlier -> !isReached(earlier.number(), number))
                .map(RunEntry::label)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new AbortException(
                    Messages.MatchingRuns_renamed(run.label(), Integer.toString(resume.build()), missing));
        }
        if (run.isParallelTo(resumed)) {
            throw new AbortException(Messages.MatchingRuns_newBranch(run.label(), Integer.toString(resume.build())));
        }
    }

    private static RunEntry entry(List<RunEntry> runs, int number) {
        return runs.stream().filter(run -> run.number() == number).findFirst().orElseThrow();
    }
}
