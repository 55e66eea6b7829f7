package io.jenkins.plugins.tasker.configuration;

import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import java.util.Optional;

/** The range of a number among the settings of the administrator. */
enum NumberSetting {
    DEFAULT_TIMEOUT(
            "defaultTimeout",
            0,
            NumericField.RUN_TIMEOUT.minimum(),
            NumericField.RUN_TIMEOUT.maximum().getAsLong()) {
        @Override
        String range() {
            return Messages.TaskerConfiguration_defaultTimeoutRange(
                    Long.toString(TaskDefaults.STANDARD.timeLimit().toSeconds()));
        }
    },
    MAX_TIMEOUT(
            "maxTimeout",
            0,
            NumericField.TIMEOUT.minimum(),
            NumericField.TIMEOUT.maximum().getAsLong()) {
        @Override
        String range() {
            return Messages.TaskerConfiguration_maxTimeoutRange();
        }
    },
    MAX_PARALLEL("maxParallel", 0, 0, Integer.MAX_VALUE),
    MAX_TASKS("maxTasks", 0, 0, Integer.MAX_VALUE),
    MAX_EXECUTIONS("maxExecutions", 100_000, 0, Integer.MAX_VALUE),
    /** Megabytes. */
    MAX_RECORD_SIZE("maxRecordSize", 500, 0, Integer.MAX_VALUE),
    /** Megabytes. */
    MAX_TASK_OUTPUT("maxTaskOutput", 10, 0, 100_000) {
        @Override
        String range() {
            return Messages.TaskerConfiguration_megabytesRange(Long.toString(maximum));
        }
    },
    /** Megabytes. */
    MAX_BUILD_OUTPUT("maxBuildOutput", 200, 0, 100_000) {
        @Override
        String range() {
            return Messages.TaskerConfiguration_megabytesRange(Long.toString(maximum));
        }
    },
    /** Minutes. Remoting detects a half-open connection within nine minutes; a shorter timeout would lose the run. */
    AGENT_RECONNECT_TIMEOUT("agentReconnectTimeout", 15, 1, 24 * 60) {
        @Override
        boolean isWithin(long value) {
            return value >= minimum && value <= maximum;
        }

        @Override
        String range() {
            return Messages.TaskerConfiguration_reconnectTimeoutRange(Long.toString(maximum));
        }
    };

    final long minimum;
    final long maximum;
    private final String field;
    private final int defaultValue;

    /** @param minimum besides 0, which stands for the default or for no limit */
    NumberSetting(String field, int defaultValue, long minimum, long maximum) {
        this.field = field;
        this.defaultValue = defaultValue;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** Returns the name of the setting in Configuration as Code and in the form. */
    String field() {
        return field;
    }

    int defaultValue() {
        return defaultValue;
    }

    /** Describes the valid values. */
    String range() {
        return Messages.TaskerConfiguration_limitRange();
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
