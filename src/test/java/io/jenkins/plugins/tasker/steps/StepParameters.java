package io.jenkins.plugins.tasker.steps;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.kohsuke.stapler.DataBoundSetter;

/** Lists the parameters that data binding finds in a step. */
public final class StepParameters {

    private StepParameters() {}

    /** Returns the names of all parameters of {@code taskerRun}. */
    public static Set<String> names() {
        TreeMap<String, String> parameters = types(TaskerRunStep.class);
        parameters.put("file", "");
        return parameters.keySet();
    }

    /** Returns the optional parameters of a step with their types. */
    static TreeMap<String, String> types(Class<?> step) {
        TreeMap<String, String> types = new TreeMap<>();
        fields(step)
                .forEach(field -> types.put(
                        field.getName(), field.getGenericType().getTypeName().replace("java.lang.Boolean", "boolean")));
        Arrays.stream(step.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .forEach(method -> types.put(
                        property(method),
                        method.getParameterTypes()[0].getSimpleName().replace("HashMap", "Map")));
        return types;
    }

    /** Returns the annotated fields of a step. */
    static List<Field> fields(Class<?> step) {
        return Arrays.stream(step.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(DataBoundSetter.class))
                .toList();
    }

    private static String property(Method setter) {
        String name = setter.getName().substring("set".length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
