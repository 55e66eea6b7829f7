package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.Output;
import java.util.Optional;

/**
 * The current result, which a condition tests.
 *
 * @param success the value of the word {@code success} in the condition (rule 8.3)
 * @param counts set for {@code next} and {@code loop_break} of a group (rule 11.8)
 */
record ConditionInput(int exitCode, Output stdout, Output stderr, boolean success, Optional<GroupCounts> counts) {

    /** The input of the field {@code condition}, which is evaluated before there is a result (rules 8.3 and 8.8). */
    static final ConditionInput NO_RESULT = new ConditionInput(0, Output.EMPTY, Output.EMPTY, true, Optional.empty());
}
