package io.jenkins.plugins.tasker.configuration;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The settings of the administrator for all runs. The execution types of rule 5.1 are always available; a listed type
 * replaces the built-in type of the same name.
 */
@Extension
@Symbol("tasker")
public class TaskerConfiguration extends NumberSettings implements PersistentDescriptor {

    private static final String EXECUTION_TYPES = "executionTypes";
    private static final String DEFAULT_INVENTORY = "defaultInventory";

    private List<ExecutionTypeConfiguration> executionTypes = new ArrayList<>();
    private String defaultType = "";
    private String defaultInventory = "";
    private boolean sharedConnections = true;
    /** Returns the configuration of this Jenkins, or the defaults in unit tests, which run without Jenkins. */
    public static TaskerConfiguration get() {
        return Jenkins.getInstanceOrNull() == null
                ? new TaskerConfiguration()
                : ExtensionList.lookupSingleton(TaskerConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.TaskerConfiguration_displayName();
    }

    public List<ExecutionTypeConfiguration> getExecutionTypes() {
        return executionTypes;
    }

    /** @throws IllegalArgumentException if a type cannot be used, or two have the same name; the message names the type */
    @DataBoundSetter
    public void setExecutionTypes(List<ExecutionTypeConfiguration> executionTypes) {
        unusable(executionTypes).values().stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        this.executionTypes = new ArrayList<>(executionTypes);
        save();
    }

    /** Execution type of tasks without any other; empty for the type of {@link TaskDefaults#STANDARD}. */
    public String getDefaultType() {
        return defaultType;
    }

    @DataBoundSetter
    public void setDefaultType(String defaultType) {
        this.defaultType = Util.fixNull(defaultType).trim();
        save();
    }

    /** Groups of hosts for runs without an inventory of their own, in the format of rule 19.4. */
    public String getDefaultInventory() {
        return Util.fixNull(defaultInventory);
    }

    /** @throws IllegalArgumentException if the inventory cannot be read; the message contains the line and the remedy */
    @DataBoundSetter
    public void setDefaultInventory(String defaultInventory) {
        this.defaultInventory = DefaultInventory.checked(Util.fixNull(defaultInventory));
        save();
    }

    /** Whether commands of a run share connections of ssh (rule 5.14). */
    public boolean isSharedConnections() {
        return sharedConnections;
    }

    @DataBoundSetter
    public void setSharedConnections(boolean sharedConnections) {
        this.sharedConnections = sharedConnections;
        save();
    }

    /**
     * Checks all values of the form before it sets one.
     *
     * @throws FormException if a value is invalid; the message names its field
     */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        for (NumberSetting setting : NumberSetting.values()) {
            String value = form.optString(setting.field(), Integer.toString(setting.defaultValue()));
            if (setting.problem(value).isPresent()) {
                throw new FormException(setting.refusal(value), setting.field());
            }
        }
        // A form omits an empty list.
        List<ExecutionTypeConfiguration> types = form.has(EXECUTION_TYPES)
                ? request.bindJSONToList(ExecutionTypeConfiguration.class, form.get(EXECUTION_TYPES))
                : List.of();
        Optional<String> problem = unusable(types).values().stream().findFirst();
        if (problem.isPresent()) {
            throw new FormException(problem.get(), EXECUTION_TYPES);
        }
        try {
            DefaultInventory.checked(form.optString(DEFAULT_INVENTORY));
        } catch (IllegalArgumentException e) {
            throw new FormException(e.getMessage(), DEFAULT_INVENTORY);
        }
        executionTypes = new ArrayList<>();
        request.bindJSON(this, form);
        save();
        return true;
    }

    /** Returns the types of rule 5.1 and the type that addresses Jenkins nodes (rule 5.13). */
    static ExecutionTypes builtIn() {
        return ExecutionTypes.builtIn().with(List.of(ExecutionType.onNodes("agent")));
    }

    /**
     * Returns the execution types that runs may use. A type that an earlier version saved although it cannot be used is left
     * out, and {@link ExecutionTypes#choice} says why.
     */
    public ExecutionTypes types() {
        Map<String, String> unusable = unusable(executionTypes);
        List<ExecutionType> types = new ArrayList<>();
        List<String> disabled = new ArrayList<>();
        for (ExecutionTypeConfiguration configured : executionTypes) {
            if (!unusable.containsKey(configured.getName())) {
                types.add(configured.type());
            }
            if (!configured.isAllowed()) {
                disabled.add(configured.getName());
            }
        }
        return builtIn().with(types).without(disabled).withoutUnusable(unusable);
    }

    /** Returns why types cannot be used, by their names. */
    private static Map<String, String> unusable(List<ExecutionTypeConfiguration> types) {
        Map<String, String> unusable = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (ExecutionTypeConfiguration configured : types) {
            String name = configured.getName();
            configured.problem().ifPresent(problem -> unusable.putIfAbsent(name, problem));
            if (!names.add(name)) {
                unusable.putIfAbsent(name, Messages.TaskerConfiguration_twice(name));
            }
        }
        return unusable;
    }

    /** Returns credential ids by the name of the execution type that receives them. */
    public Map<String, String> credentialIds() {
        Map<String, String> ids = new LinkedHashMap<>();
        executionTypes.stream()
                .filter(type -> type.isAllowed()
                        && !type.getCredentialsId().isEmpty()
                        && type.problem().isEmpty())
                .forEach(type -> ids.put(type.getName(), type.getCredentialsId()));
        return ids;
    }

    @POST
    public ListBoxModel doFillDefaultTypeItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel choice = new ListBoxModel();
        choice.add("(" + TaskDefaults.STANDARD.executionType() + ")", "");
        types().names().forEach(choice::add);
        return choice;
    }

    @POST
    public FormValidation doCheckDefaultInventory(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return DefaultInventory.check(Util.fixNull(value));
    }
}
