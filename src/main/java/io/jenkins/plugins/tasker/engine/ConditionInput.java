package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.Output;
import java.util.Optional;

/**
 * The current result that a condition looks at.
 *
 * @param success what the word {@code success} means in the condition (rule 8.3)
 * @param counts for {@code next} and {@code loop_break} of parents only (rule 11.8)
 */
record ConditionInput(int exitCode, Output stdout, Output stderr, boolean success, Optional<GroupCounts> counts) {

    /** In {@code condition} there is no current result yet (rules 8.3 and 8.8). */
    static final ConditionInput NOTHING_YET = new ConditionInput(0, Output.EMPTY, Output.EMPTY, true, Optional.empty());
}
