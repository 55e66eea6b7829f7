package io.jenkins.plugins.tasker.taskfile;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The global variables of a run. They are constant and expanded where they are used (rule 2.12). */
public final class Globals {

    /** The maximum depth of nested globals (rule 7.3). */
    static final int DEPTH = 10;

    /**
     * The maximum length of an expanded text, in characters. Ten levels of nested globals could otherwise multiply to
     * any size.
     */
    static final int LONGEST = 1 << 20;

    /**
     * The maximum of all expanded texts of a file together, in characters; equal texts count once (rule 7.3). Thousands of tasks
     * could otherwise multiply the longest text to any size.
     */
    static final int LONGEST_TOGETHER = 1 << 24;

    /** What a reference to a result counts in addition to its characters: the memory of its parts. */
    private static final int REFERENCE_WEIGHT = 64;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static final Globals NONE = new Globals(Map.of(), Map.of());

    private final Map<String, String> values;
    private final Map<String, String> outside;

    /** The templates of texts with references, by their written text, so that equal texts share one expansion. */
    private final Map<String, Template> templates = new HashMap<>();

    /** The templates of commands and arguments, where variables from outside are data. */
    private final Map<String, Template> commands = new HashMap<>();

    private final Set<String> refused = new HashSet<>();
    private long expanded;

    private Globals(Map<String, String> values, Map<String, String> outside) {
        this.values = values;
        this.outside = outside;
    }

    /**
     * Collects the globals of a file and of its caller.
     *
     * @param definitions in the order of the file; the last definition of a name wins (rule 2.11)
     * @param overrides values from the caller of the run, which replace those of the file
     */
    public static Globals of(Collection<KeyValueLine> definitions, Map<String, String> overrides) {
        Map<String, String> values = new LinkedHashMap<>();
        definitions.forEach(definition -> values.put(definition.key(), definition.value()));
        values.putAll(overrides);
        return new Globals(values, overrides);
    }

    /** Returns the variables of a fan-out task, where {@code @host@} is the name of the host (rule 19.5). */
    Globals onHosts() {
        if (!values.containsKey(ResultReference.HOST_NAME)) {
            return this;
        }
        Map<String, String> others = new LinkedHashMap<>(values);
        others.remove(ResultReference.HOST_NAME);
        Map<String, String> otherOutside = new HashMap<>(outside);
        otherOutside.remove(ResultReference.HOST_NAME);
        return new Globals(others, otherOutside);
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Returns the names of all defined globals. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Returns the value of a global that comes from the caller of the run. */
    Optional<String> outside(String name) {
        return Optional.ofNullable(outside.get(name));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns the template of a text. Equal texts share one. After {@link #LONGEST_TOGETHER}, further texts are refused: their
     * templates are the written text without any reference.
     */
    synchronized Template template(String written) {
        return template(written, false);
    }

    /** Like {@link #template}, for a text where variables from outside are data (rule 4.7). */
    synchronized Template command(String written) {
        return template(written, true);
    }

    private Template template(String written, boolean command) {
        if (written.indexOf('@') < 0) {
            return Template.ofExpanded(written);
        }
        Map<String, Template> shared = command ? commands : templates;
        Template known = shared.get(written);
        if (known == null) {
            known = expanded > LONGEST_TOGETHER
                    ? Template.refused(written)
                    : Template.of(written, expand(written, command), command ? this : NONE);
            expanded += known.expanded().length()
                    + (long) REFERENCE_WEIGHT * known.references().size();
            if (expanded > LONGEST_TOGETHER) {
                known = Template.refused(written);
                refused.add(written);
            }
            shared.put(written, known);
        }
        return known;
    }

    /** Returns whether a text of the file is not expanded, because all expanded texts together would be too long (E58). */
    public synchronized boolean isRefused(String written) {
        return refused.contains(written);
    }

    /**
     * Replaces references to globals, up to ten levels deep. References to undefined globals stay as written (rule
     * 7.3).
     */
    public String expand(String text) {
        return expand(text, false);
    }

    /** @param keepOutside whether references to variables from outside stay as written */
    private String expand(String text, boolean keepOutside) {
        String expanded = text;
        for (int level = 0; level < DEPTH && expanded.indexOf('@') >= 0; level++) {
            String deeper = expandOnce(expanded, keepOutside);
            if (deeper.equals(expanded) || deeper.length() > LONGEST) {
                return expanded;
            }
            expanded = deeper;
        }
        return expanded;
    }

    private String expandOnce(String text, boolean keepOutside) {
        StringBuilder result = new StringBuilder(text.length() + 32);
        int copied = 0;
        Reference found = Reference.find(text, 0);
        while (found != null && result.length() <= LONGEST) {
            boolean expandable = found.isGlobal() && !(keepOutside && outside.containsKey(found.global()));
            String value = expandable ? values.get(found.global()) : null;
            if (value != null) {
                result.append(text, copied, found.start()).append(value);
                copied = found.end();
            }
            found = Reference.find(text, found.end());
        }
        return copied == 0 ? text : result.append(text, copied, text.length()).toString();
    }

    /**
     * Returns the names of all globals, defined or not, that a text refers to, in the order of their first reference.
     */
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
