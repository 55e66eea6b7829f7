package io.jenkins.plugins.tasker.web;

import hudson.model.User;
import java.time.ZoneId;
import java.util.TimeZone;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** The time zone of pages: the one in the preferences of the current user, else that of the controller. */
final class ViewerZone {

    /** Plugins must not use this class itself, but may read the arguments with which it was configured. */
    private static final String PROPERTY = "hudson.model.TimeZoneProperty";

    private ViewerZone() {}

    static ZoneId get() {
        User viewer = User.current();
        return viewer == null
                ? ZoneId.systemDefault()
                : viewer.getAllProperties().stream()
                        .filter(property -> property.getClass().getName().equals(PROPERTY))
                        .map(property -> DescribableModel.uninstantiate2_(property)
                                .getArguments()
                                .get("timeZoneName"))
                        .filter(name -> name instanceof String zone && !zone.isEmpty())
                        .map(name -> TimeZone.getTimeZone((String) name).toZoneId())
                        .findFirst()
                        .orElseGet(ZoneId::systemDefault);
    }
}
