package io.jenkins.plugins.tasker.configuration;

import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The range of a number among the settings of the administrator. */
enum NumberSetting {
    DEFAULT_TIMEOUT(
            "defaultTimeout",
            0,
            NumericField.RUN_TIMEOUT.minimum(),
            NumericField.RUN_TIMEOUT.maximum().getAsLong(),
            most -> Messages.TaskerConfiguration_defaultTimeoutRange(
                    Long.toString(TaskDefaults.STANDARD.timeLimit().toSeconds()))),
    MAX_TIMEOUT(
            "maxTimeout",
            0,
            NumericField.TIMEOUT.minimum(),
            NumericField.TIMEOUT.maximum().getAsLong(),
            most -> Messages.TaskerConfiguration_maxTimeoutRange()),
    MAX_PARALLEL("maxParallel", 0),
    MAX_TASKS("maxTasks", 0),
    MAX_EXECUTIONS("maxExecutions", 100_000),
    /** Megabytes. */
    MAX_RECORD_SIZE("maxRecordSize", 500),
    /** Megabytes. */
    MAX_TASK_OUTPUT("maxTaskOutput", 10, 0, 100_000, Messages::TaskerConfiguration_megabytesRange),
    /** Megabytes. */
    MAX_BUILD_OUTPUT("maxBuildOutput", 200, 0, 100_000, Messages::TaskerConfiguration_megabytesRange),
    /** Minutes. Remoting detects a half-open connection within nine minutes; a shorter timeout would lose the run. */
    AGENT_RECONNECT_TIMEOUT(
            "agentReconnectTimeout", 15, 1, 24 * 60, Messages::TaskerConfiguration_reconnectTimeoutRange) {
        @Override
        boolean isWithin(long value) {
            return value != 0 && super.isWithin(value);
        }
    };

    private final String field;
    private final int defaultValue;
    private final long minimum;
    private final long maximum;
    private final UnaryOperator<String> range;

    /** A number that may be a limit of any size. */
    NumberSetting(String field, int defaultValue) {
        this(field, defaultValue, 0, Integer.MAX_VALUE, most -> Messages.TaskerConfiguration_limitRange());
    }

    /**
     * @param minimum besides 0, which stands for the default or for no limit
     * @param range describes the valid values, with the maximum
     */
    NumberSetting(String field, int defaultValue, long minimum, long maximum, UnaryOperator<String> range) {
        this.field = field;
        this.defaultValue = defaultValue;
        this.minimum = minimum;
        this.maximum = maximum;
        this.range = range;
    }

    /** Returns the name of the setting in Configuration as Code and in the form. */
    String field() {
        return field;
    }

    int defaultValue() {
        return defaultValue;
    }

    /** Describes the valid values. */
    private String range() {
        return range.apply(Long.toString(maximum));
    }

    boolean isWithin(long value) {
        return value == 0 || (value >= minimum && value <= maximum);
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if it is outside the range; the message names the setting
     */
    int checked(int value) {
        if (!isWithin(value)) {
            throw new IllegalArgumentException(refusal(Integer.toString(value)));
        }
        return value;
    }

    /** Returns the message that names the setting and its range. */
    String refusal(String value) {
        return Messages.TaskerConfiguration_outside(field, value, range());
    }

    /** Returns why a text is not a valid value; empty if it is one. */
    Optional<String> problem(String text) {
        try {
            return isWithin(Integer.parseInt(text.trim())) ? Optional.empty() : Optional.of(range());
        } catch (NumberFormatException e) {
            return Optional.of(range());
        }
    }
}
