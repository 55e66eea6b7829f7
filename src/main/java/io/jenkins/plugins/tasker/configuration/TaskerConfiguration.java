package io.jenkins.plugins.tasker.configuration;

import hudson.AbortException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private List<ExecutionTypeConfiguration> executionTypes = new ArrayList<>();
    private String defaultType = "";
    private String defaultInventory = "";
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

    @DataBoundSetter
    public void setExecutionTypes(List<ExecutionTypeConfiguration> executionTypes) {
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

    /** Clears the list first, because a form omits an empty list. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) {
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
     * Returns the execution types that runs may use.
     *
     * @throws AbortException if a configured type is invalid; the message names the type and the remedy
     */
    public ExecutionTypes types() throws AbortException {
        Map<String, ExecutionType> types = new LinkedHashMap<>();
        List<String> disabled = new ArrayList<>();
        for (ExecutionTypeConfiguration configured : executionTypes) {
            ExecutionType type = configured.type();
            if (types.put(type.name(), type) != null) {
                throw new AbortException(Messages.TaskerConfiguration_twice(type.name()));
            }
            if (!configured.isAllowed()) {
                disabled.add(type.name());
            }
        }
        return builtIn().with(types.values()).without(disabled);
    }

    /** Returns credential ids by the name of the execution type that receives them. */
    public Map<String, String> credentialIds() {
        Map<String, String> ids = new LinkedHashMap<>();
        executionTypes.stream()
                .filter(type -> type.isAllowed() && !type.getCredentialsId().isEmpty())
                .forEach(type -> ids.put(type.getName(), type.getCredentialsId()));
        return ids;
    }

    @POST
    public ListBoxModel doFillDefaultTypeItems() throws AbortException {
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
