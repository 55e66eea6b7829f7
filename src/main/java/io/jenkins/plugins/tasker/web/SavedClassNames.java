package io.jenkins.plugins.tasker.web;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.util.XStream2;
import java.util.Map;

/** Maps the class names that earlier versions wrote to {@code build.xml} and {@code queue.xml} to the classes of today. */
public final class SavedClassNames {

    private static final String FORMER_PACKAGE = "io.jenkins.plugins.tasker.audit.";

    private static final Map<String, Class<?>> CLASSES = Map.of(
            "RunEntry", RunEntry.class,
            "ResumeAction", ResumeAction.class,
            "ResumeCause", ResumeCause.class,
            "TaskerRunAction", TaskerRunAction.class,
            "UnrecordedEnd", UnrecordedEnd.class);

    private SavedClassNames() {}

    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    public static void register() {
        register(Run.XSTREAM2);
        register((XStream2) Queue.XSTREAM);
    }

    private static void register(XStream2 format) {
        CLASSES.forEach((name, type) -> format.addCompatibilityAlias(FORMER_PACKAGE + name, type));
    }
}
