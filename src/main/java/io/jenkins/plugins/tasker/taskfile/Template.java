package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with references. Globals are expanded once, when the template is created. Results of tasks are inserted at
 * each use, and inserted text is never scanned again (rules 7.3 and 7.4).
 */
public final class Template {

    /**
     * A piece of text, or a reference whose value is inserted as data.
     *
     * @param text the reference as written
     * @param reference the result that is inserted; null for plain text and variables
     * @param outside the value of a variable from outside (rule 4.7); null for plain text and results
     */
    public record Part(String text, ResultReference reference, String outside) {

        static Part text(String text) {
            return new Part(text, null, null);
        }

        public boolean isInserted() {
            return reference != null || outside != null;
        }

        /** Returns the value of a reference; empty for plain text and for results that do not exist. */
        public Optional<String> value(ResultLookup results) {
            if (reference == ResultReference.HOST) {
                return results.host();
            }
            return reference == null ? Optional.ofNullable(outside) : results.find(reference);
        }
    }

    /**
     * A text with results inserted.
     *
     * @param text references without a value stay as written
     * @param unresolved the references without a value, as written (rule 7.5)
     */
    public record Rendered(String text, List<String> unresolved) {}

    /** The name of the host on which a fan-out task runs its command. */
    static final Template HOST = ofExpanded(ResultReference.HOST.toString());

    private final String written;
    private final String source;
    private final Globals globals;
    private final String expanded;
    private final List<Part> parts;
    private final List<ResultReference> references;
    private final List<String> undefined;
    private final List<String> malformed;
    private boolean namesHost;

    /** @param scanned whether the source is searched for references */
    private Template(String written, String source, Globals globals, boolean scanned) {
        this.written = written;
        this.source = source;
        this.globals = globals;
        if (!scanned || source.indexOf('@') < 0) {
            parts = List.of(Part.text(source));
            references = List.of();
            undefined = List.of();
            malformed = List.of();
            expanded = source;
            return;
        }
        parts = new ArrayList<>();
        references = new ArrayList<>();
        undefined = new ArrayList<>();
        malformed = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Reference found = Reference.findAny(source, 0);
                found != null;
                found = Reference.findAny(source, found.end())) {
            text.append(source, copied, found.start());
            copied = found.end();
            Optional<Part> part = part(found);
            if (part.isPresent()) {
                parts.add(Part.text(text.toString()));
                parts.add(part.get());
                text.setLength(0);
            } else {
                text.append(found.isEscaped() ? found.unescaped() : found.written());
            }
        }
        parts.add(Part.text(text.append(source, copied, source.length()).toString()));
        expanded = parts.size() == 1 ? parts.get(0).text() : joined();
    }

    private Optional<Part> part(Reference found) {
        if (found.isEscaped()) {
            return Optional.empty();
        }
        if (found.isGlobal()) {
            Optional<String> value = globals.outside(found.global());
            if (value.isEmpty() && found.global().equals(ResultReference.HOST_NAME)) {
                namesHost = true;
                return Optional.of(new Part(found.written(), ResultReference.HOST, null));
            }
            if (value.isEmpty()) {
                undefined.add(found.written());
            }
            return value.map(outside -> new Part(found.written(), null, outside));
        }
        Optional<ResultReference> result = found.result();
        result.ifPresentOrElse(references::add, () -> malformed.add(found.written()));
        return result.map(reference -> new Part(found.written(), reference, null));
    }

    private String joined() {
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(part.outside() == null ? part.text() : part.outside()));
        return joined.toString();
    }

    public static Template of(String written, Globals globals) {
        return globals.template(written);
    }

    /**
     * Creates a template of a command or its arguments, where a variable from outside is data: it is inserted like the
     * result of a task, also through other globals (rule 4.7).
     */
    public static Template ofCommand(String written, Globals globals) {
        return globals.command(written);
    }

    /** Creates a template from a text and its expansion; {@code globals} provides the values of variables from outside. */
    static Template of(String written, String source, Globals globals) {
        return new Template(written, source, globals, true);
    }

    /** Creates the template of a text that is too long to be expanded: its references count as plain text. */
    static Template refused(String written) {
        return new Template(written, written, Globals.NONE, false);
    }

    /** Creates a template from a part of the source of another one. */
    static Template ofSource(String source, Globals globals) {
        return of(source, source, globals);
    }

    /** Creates a template from a text in which globals are already expanded. */
    static Template ofExpanded(String expanded) {
        return of(expanded, expanded, Globals.NONE);
    }

    /** Returns the text with globals of the file expanded, and all that is inserted or escaped as written. */
    public String source() {
        return source;
    }

    Globals globals() {
        return globals;
    }

    /** Returns the text as written in the file. */
    public String written() {
        return written;
    }

    /** Returns the text with all globals expanded and references to results as written. */
    public String expanded() {
        return expanded;
    }

    /** Returns whether the text contains {@code @host@}, which only fan-out tasks know (rule 19.5). */
    public boolean namesHost() {
        return namesHost;
    }

    /** Returns whether the value differs from host to host of a fan-out task. */
    public boolean isPerHost() {
        return namesHost || references.stream().anyMatch(ResultReference::onHost);
    }

    /** Returns the references to results of tasks, in order, without {@code @host@}. */
    public List<ResultReference> references() {
        return references;
    }

    /** Returns pieces of text and references, in order. */
    public List<Part> parts() {
        return parts;
    }

    /** Returns whether results or variables from outside are inserted. */
    public boolean hasInsertions() {
        return parts.size() > 1;
    }

    /** Returns the references to undefined globals (E11), as written with their {@code @}. */
    public List<String> undefinedGlobals() {
        return undefined;
    }

    /** Returns the references {@code @N_...@} that name no result of tasks (E13). */
    public List<String> malformedReferences() {
        return malformed;
    }

    /** Returns whether the value is known before any task has run. */
    public boolean isStatic() {
        return references.isEmpty() && !namesHost;
    }

    /** Returns the text if it is known before any task has run, and all its references have a value (rule 4.5). */
    public Optional<String> known() {
        return isStatic() && undefined.isEmpty() && malformed.isEmpty() ? Optional.of(expanded) : Optional.empty();
    }

    /** Returns whether the written text contains a reference, defined or not. */
    public boolean hasReferences() {
        return Reference.find(written, 0) != null;
    }

    public Rendered render(ResultLookup results) {
        if (isStatic() && undefined.isEmpty() && malformed.isEmpty()) {
            return new Rendered(expanded, List.of());
        }
        StringBuilder text = new StringBuilder();
        List<String> unresolved = new ArrayList<>(undefined);
        unresolved.addAll(malformed);
        for (Part part : parts) {
            Optional<String> value = part.value(results);
            if (part.isInserted() && value.isEmpty()) {
                unresolved.add(part.text());
            }
            text.append(value.orElse(part.text()));
        }
        return new Rendered(text.toString(), unresolved);
    }

    @Override
    public String toString() {
        return written;
    }
}
