package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A text with references. Globals are expanded when it is made, results of tasks are inserted once at each use, and what
 * was inserted is never scanned again (rules 7.3 and 7.4).
 */
public final class Template {

    /** A piece of text, or a reference to a result; {@code reference} is null for plain text. */
    record Part(String text, ResultReference reference) {}

    /**
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

    private Template(String written, String expanded) {
        this.written = written;
        this.expanded = expanded;
        if (expanded.indexOf('@') < 0) {
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
        return new Template(written, globals.expand(written));
    }

    /** A text whose globals are expanded already. */
    static Template ofExpanded(String expanded) {
        return new Template(expanded, expanded);
    }

    /** The text as it stands in the file. */
    public String written() {
        return written;
    }

    /** The text with globals expanded and references to results as written. */
    public String expanded() {
        return expanded;
    }

    /** References to results of tasks, in order. */
    public List<ResultReference> references() {
        return references;
    }

    /** Text and references in their order. */
    List<Part> parts() {
        return parts;
    }

    /** Hands over pieces of text, and references together with their written form, in their order. */
    public void forEachPart(Consumer<String> text, BiConsumer<ResultReference, String> reference) {
        for (Part part : parts) {
            if (part.reference() == null) {
                text.accept(part.text());
            } else {
                reference.accept(part.reference(), part.text());
            }
        }
    }

    /** References to globals that are not defined (E11), as written with their {@code @}. */
    public List<String> undefinedGlobals() {
        return undefined;
    }

    /** References of the shape {@code @N_...@} that are no result that tasks have (E13). */
    public List<String> malformedReferences() {
        return malformed;
    }

    /** Whether the value is known without any result. */
    public boolean isStatic() {
        return references.isEmpty();
    }

    /** Whether the written text holds anything of the shape of a reference, defined or not. */
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
