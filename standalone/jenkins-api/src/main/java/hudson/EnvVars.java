package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works as in Jenkins, except for variables with a default and for names such as {@code PATH+X}. */
public class EnvVars extends TreeMap<String, String> {
    private static final long serialVersionUID = 4320331661987259022L;

    public static final Map<String, String> masterEnvVars = System.getenv();

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    public EnvVars(@NonNull Map<String, String> m) {
        this();
        putAll(m);
    }

    public EnvVars(@NonNull EnvVars m) {
        this((Map<String, String>) m);
    }

    public EnvVars(String... keyValuePairs) {
        this();
        for (int i = 0; i < keyValuePairs.length; i += 2) {
            put(keyValuePairs[i], keyValuePairs[i + 1]);
        }
    }

    public String get(String key, String defaultValue) {
        return getOrDefault(key, defaultValue);
    }

    public EnvVars overrideAll(Map<String, String> all) {
        all.forEach((key, value) -> {
            if (value == null || value.isEmpty()) {
                remove(key);
            } else {
                put(key, value);
            }
        });
        return this;
    }

    public String expand(String s) {
        return REFERENCE.matcher(s).replaceAll(reference -> {
            String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
            return Matcher.quoteReplacement(getOrDefault(name, reference.group()));
        });
    }
}
