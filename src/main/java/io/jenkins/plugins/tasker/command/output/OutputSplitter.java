package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.taskfile.Split;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Selects one element of an output (rules 6.1 and 6.2). A delimiter at the start or the end makes an empty element:
 * {@code "a\nb\n"} has three elements for {@code newline}, and {@code " a b "} has four for {@code space}.
 */
public final class OutputSplitter {

    /**
     * The selected element.
     *
     * @param output the element, or the whole output if the element does not exist. The caller closes both outputs
     * @param problem text of a warning; empty if the element exists
     */
    public record Selection(Output output, Optional<String> problem) {}

    private static final int BUFFER = 32 * 1024;

    private OutputSplitter() {}

    /**
     * Selects an element. Reads the output up to the end of the element.
     *
     * @param spools creates the storage for a large element
     */
    public static Selection select(Output output, Split split, Spool.Factory spools) {
        if (split.index() < 0) {
            return whole(output, "the index " + split.index() + " is negative");
        }
        if (split.delimiter().isEmpty()) {
            return whole(output, "the delimiter is empty");
        }
        try {
            ElementFinder finder = new ElementFinder(Separator.of(split.delimiter()), split.index());
            OutputScan.each(output.reader(), finder);
            if (!finder.found()) {
                return whole(
                        output,
                        "there is no element " + split.index() + ", the last one is " + finder.lastIndex()
                                + " (delimiter '" + split.delimiter() + "')");
            }
            return new Selection(part(output, finder.start(), finder.end(), spools), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("The output of a command cannot be read", e);
        }
    }

    private static Selection whole(Output output, String problem) {
        return new Selection(output, Optional.of(problem + "; the output stays whole"));
    }

    private static Output part(Output output, long start, long end, Spool.Factory spools) throws IOException {
        if (output instanceof TextOutput text) {
            return text.part(start, end);
        }
        OutputBuilder element = new OutputBuilder(spools, output.loss());
        try (Reader reader = output.reader()) {
            skip(reader, start);
            copy(reader, end - start, element);
        }
        return element.build();
    }

    private static void skip(Reader reader, long length) throws IOException {
        if (Readers.skip(reader, length) < length) {
            throw new EOFException("the output is shorter than when it was searched");
        }
    }

    private static void copy(Reader reader, long length, OutputBuilder element) throws IOException {
        char[] buffer = new char[BUFFER];
        int kept = 0;
        for (long left = length; left > 0; ) {
            int count = reader.read(buffer, kept, (int) Math.min(left, buffer.length - kept));
            if (count < 0) {
                throw new EOFException("the output is shorter than when it was searched");
            }
            left -= count;
            // half a surrogate pair stays for the next turn
            int ready = kept + count;
            kept = left > 0 && Character.isHighSurrogate(buffer[ready - 1]) ? 1 : 0;
            element.append(new String(buffer, 0, ready - kept));
            buffer[0] = buffer[ready - 1];
        }
    }
}
