package io.jenkins.plugins.tasker.taskfile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The global variables of a run: constant, expanded at use (rule 2.12). */
public final class Globals {

    /** How deep globals may be nested (rule 7.3). */
    static final int DEPTH = 10;

    /** Nobody writes a value of a million characters, but ten nested globals can make one of any size. */
    static final int LONGEST = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, String> values;

    private Globals(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param definitions in the order of the file; the last one of a name counts (rule 2.11)
     * @param overrides values given by the caller of the run; they win over the file
     */
    public static Globals of(Collection<KeyValueLine> definitions, Map<String, String> overrides) {
        Map<String, String> values = new LinkedHashMap<>();
        definitions.forEach(definition -> values.put(definition.key(), definition.value()));
        values.putAll(overrides);
        return new Globals(values);
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Replaces references to globals, up to ten levels of them; what is not defined stays as written (rule 7.3). */
    public String expand(String text) {
        String expanded = text;
        for (int level = 0; level < DEPTH && expanded.indexOf('@') >= 0; level++) {
            String deeper = expandOnce(expanded);
            if (deeper.equals(expanded) || deeper.length() > LONGEST) {
                return expanded;
            }
            expanded = deeper;
        }
        return expanded;
    }

    private String expandOnce(String text) {
        StringBuilder result = new StringBuilder(text.length() + 32);
        int copied = 0;
        Reference found = Reference.find(text, 0);
        while (found != null && result.length() <= LONGEST) {
            String value = found.isGlobal() ? values.get(found.global()) : null;
            if (value != null) {
                result.append(text, copied, found.start()).append(value);
                copied = found.end();
            }
            found = Reference.find(text, found.end());
        }
        return copied == 0 ? text : result.append(text, copied, text.length()).toString();
    }

    /** The names of all global variables, defined or not, that a text refers to as it is written, in order. */
    public static Set<String> namesIn(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (Reference r = Reference.find(text, 0); r != null; r = Reference.find(text, r.end())) {
            if (r.isGlobal()) {
                names.add(r.global());
            }
        }
        return names;
    }
}
