package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Reads {@link StepSettings} from the saved state of a build that started before they had that name. Such a build saved a
 * record, which a class can read if it has the same name, the fields of the record and its serial version.
 */
@SuppressWarnings("unused") // deserialization fills the fields
final class RunSettings implements Serializable {

    private static final long serialVersionUID = 0L;

    private String file;
    private String project;
    private String type;
    private String timeout;
    private String startFrom;
    private String logLevel;
    private Map<String, String> variables;
    private List<TypeCredential> credentials;
    private Checks checks;
    private boolean showPlan;
    private boolean dryRun;
    private boolean strictGaps;
    private boolean stream;
    private boolean junit;
    private boolean failOnError;

    private RunSettings() {}

    private Object readResolve() {
        return new StepSettings(
                file,
                new StepSettings.Defaults(type, timeout, ""),
                startFrom,
                new RunMode(dryRun, strictGaps, showPlan),
                checks,
                variables,
                credentials,
                new StepSettings.Reports(project, logLevel, stream, junit),
                failOnError,
                "");
    }
}
