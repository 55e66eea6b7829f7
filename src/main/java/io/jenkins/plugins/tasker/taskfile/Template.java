package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A text with references. Globals are expanded once, when the template is created. Results of tasks are inserted at
 * each use, and inserted text is never scanned again (rules 7.3 and 7.4).
 */
public final class Template {

    /**
     * A piece of text, or a reference to a result.
     *
     * @param reference null for plain text
     */
    record Part(String text, ResultReference reference) {}

    /**
     * A text with results inserted.
     *
     * @param text references without a value stay as written
     * @param unresolved the references without a value, as written (rule 7.5)
     */
    public record Rendered(String text, List<String> unresolved) {}

    private final String written;
    private final String expanded;
    private final List<Part> parts;
    private final List<ResultReference> references;
    private final List<String> undefined;
    private final List<String> malformed;

    private Template(String written, String expanded, boolean scanned) {
        this.written = written;
        this.expanded = expanded;
        if (!scanned) {
            parts = List.of(new Part(expanded, null));
            references = List.of();
            undefined = List.of();
            malformed = List.of();
            return;
        }
        parts = new ArrayList<>();
        references = new ArrayList<>();
        undefined = new ArrayList<>();
        malformed = new ArrayList<>();
        int copied = 0;
        Reference found = Reference.find(expanded, 0);
        while (found != null) {
            Optional<ResultReference> result = found.isGlobal() ? Optional.empty() : found.result();
            if (result.isPresent()) {
                parts.add(new Part(expanded.substring(copied, found.start()), null));
                parts.add(new Part(found.written(), result.get()));
                references.add(result.get());
                copied = found.end();
            } else {
                (found.isGlobal() ? undefined : malformed).add(found.written());
            }
            found = Reference.find(expanded, found.end());
        }
        parts.add(new Part(expanded.substring(copied), null));
    }

    public static Template of(String written, Globals globals) {
        return globals.template(written);
    }

    /** Creates a template from a text and its expansion. */
    static Template of(String written, String expanded) {
        return new Template(written, expanded, expanded.indexOf('@') >= 0);
    }

    /** Creates the template of a text that is too long to be expanded: its references count as plain text. */
    static Template refused(String written) {
        return new Template(written, written, false);
    }

    /** Creates a template from a text in which globals are already expanded. */
    static Template ofExpanded(String expanded) {
        return of(expanded, expanded);
    }

    /** Returns the text as written in the file. */
    public String written() {
        return written;
    }

    /** Returns the text with globals expanded and references to results as written. */
    public String expanded() {
        return expanded;
    }

    /** Returns the references to results of tasks, in order. */
    public List<ResultReference> references() {
        return references;
    }

    /** Returns pieces of text and references, in order. */
    List<Part> parts() {
        return parts;
    }

    /** Passes pieces of text, and references with their written form, to consumers in order. */
    public void forEachPart(Consumer<String> text, BiConsumer<ResultReference, String> reference) {
        for (Part part : parts) {
            if (part.reference() == null) {
                text.accept(part.text());
            } else {
                reference.accept(part.reference(), part.text());
            }
        }
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
        return references.isEmpty();
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
        if (references.isEmpty() && undefined.isEmpty() && malformed.isEmpty()) {
            return new Rendered(expanded, List.of());
        }
        StringBuilder text = new StringBuilder();
        List<String> unresolved = new ArrayList<>(undefined);
        unresolved.addAll(malformed);
        for (Part part : parts) {
            Optional<String> value =
                    part.reference() == null ? Optional.of(part.text()) : results.find(part.reference());
            if (value.isEmpty()) {
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
