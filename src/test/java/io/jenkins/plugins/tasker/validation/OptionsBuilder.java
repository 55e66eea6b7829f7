package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.hosts.HostFiles;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.hosts.Inventory;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds validation options; by default those of a real run without programs, variables and restored results. */
public final class OptionsBuilder {

    private final ExecutionTypes types;
    private String defaultType;
    private Programs programs = FakePrograms.NONE;
    private UpperLimits limits = UpperLimits.NONE;
    private Map<String, String> variables = Map.of();
    private HostSources hosts = HostSources.none();
    private RunMode mode = RunMode.REAL_RUN;
    private Optional<TaskId> startFrom = Optional.empty();
    private Set<TaskId> restored = Set.of();
    private boolean skipping;

    public OptionsBuilder(ExecutionTypes types, String defaultType) {
        this.types = types;
        this.defaultType = defaultType;
    }

    OptionsBuilder defaultType(String name) {
        defaultType = name;
        return this;
    }

    OptionsBuilder programs(Programs available) {
        programs = available;
        return this;
    }

    OptionsBuilder limits(UpperLimits most) {
        limits = most;
        return this;
    }

    OptionsBuilder variables(Map<String, String> values) {
        variables = values;
        return this;
    }

    OptionsBuilder inventory(String text) {
        try {
            hosts = new HostSources(Inventory.parse("hosts.ini", text), HostFiles.NONE);
        } catch (HostListException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    OptionsBuilder mode(RunMode wanted) {
        mode = wanted;
        return this;
    }

    OptionsBuilder startFrom(TaskId task) {
        startFrom = Optional.of(task);
        return this;
    }

    OptionsBuilder restored(TaskId task) {
        restored = Set.of(task);
        return this;
    }

    OptionsBuilder skippingTaskValidation(boolean skip) {
        skipping = skip;
        return this;
    }

    public ValidationOptions build() {
        return new ValidationOptions(
                new ExecutionSettings(types, new TaskDefaults(defaultType, TaskDefaults.STANDARD.timeLimit()), limits),
                programs,
                variables,
                hosts,
                mode,
                startFrom,
                restored,
                new Checks(!skipping, true, false, false));
    }
}
