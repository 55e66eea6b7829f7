package io.jenkins.plugins.tasker.journal.outputs;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.command.output.Readers;
import io.jenkins.plugins.tasker.engine.PiecewiseMask;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.text.Shortened;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Stores the outputs of commands in {@link StoredOutputs}, masked, if the journal cannot hold all of them. A failure is reported
 * and has no other effect.
 */
public final class OutputStore {

    /** Less space than this is not worth a file. */
    private static final long LEAST = 64 * 1024;

    /** Bytes of UTF-8 that a character of Java needs at most. */
    private static final int BYTES_OF_CHARACTER = 3;

    private static final int BUFFER = 32 * 1024;
    private static final int LONGEST_COMMAND_LINE = 100;

    private final StoredOutputs outputs;
    private final OutputSpace space;
    private final OutputLimits limits;
    private final Secrets secrets;
    private final Consumer<String> problems;
    private final AtomicBoolean spaceReported = new AtomicBoolean();

    /** @param problems receives a sentence for each output that could not be stored, on any thread */
    public OutputStore(
            StoredOutputs outputs, OutputSpace space, OutputLimits limits, Secrets secrets, Consumer<String> problems) {
        this.outputs = outputs;
        this.space = space;
        this.limits = limits;
        this.secrets = secrets;
        this.problems = problems;
    }

    /** Whether {@link #store} would write a file, and may wait for the agent. */
    boolean isNeeded(CommandResult result) {
        return limits.task() > 0 && (isLong(result.stdout()) || isLong(result.stderr()));
    }

    private static boolean isLong(Output output) {
        return output.length() > StoredOutputs.RECORDED;
    }

    /** Stores the outputs of an attempt. The shorter one comes first, so that the other can use what is left of the limit. */
    void store(Command command, CommandResult result) {
        boolean stderrFirst = result.stderr().length() < result.stdout().length();
        List<OutputStreamName> order = stderrFirst
                ? List.of(OutputStreamName.STDERR, OutputStreamName.STDOUT)
                : List.of(OutputStreamName.STDOUT, OutputStreamName.STDERR);
        long left = limits.task();
        for (OutputStreamName stream : order) {
            Output output = stream == OutputStreamName.STDOUT ? result.stdout() : result.stderr();
            if (isLong(output)) {
                long limit = stream == order.get(0) ? left / 2 : left;
                left -= store(command, stream, output, limit);
            }
        }
    }

    private long store(Command command, OutputStreamName stream, Output output, long limit) {
        try {
            return store(outputs.file(command.id(), stream), output, limit);
        } catch (IOException | RuntimeException e) {
            problems.accept("The complete " + stream + " of '"
                    + Shortened.of(secrets.mask(command.display()), LONGEST_COMMAND_LINE, "...")
                    + "' could not be stored: " + secrets.mask(String.valueOf(e.getMessage())));
            return 0;
        }
    }

    private long store(Path file, Output output, long limit) throws IOException {
        releaseEarlier(file);
        long wanted = Math.min(limit, BYTES_OF_CHARACTER * output.length());
        long granted = space.reserve(wanted, limits.build());
        long used = 0;
        try {
            if (granted == wanted || granted >= LEAST) {
                Files.createDirectories(outputs.directory());
                used = write(file, output, granted);
            } else if (spaceReported.compareAndSet(false, true)) {
                problems.accept(
                        "The stored outputs of this build have reached " + limits.build() / OutputLimits.MEGABYTE
                                + " MB; of further outputs only the first and the last part are kept");
            }
            return used;
        } finally {
            space.release(granted - used);
        }
    }

    /** A run that continues stores the outputs of commands again whose end was not recorded. */
    private void releaseEarlier(Path file) throws IOException {
        if (Files.exists(file)) {
            space.release(Files.size(file));
            Files.delete(file);
        }
    }

    private long write(Path file, Output output, long limit) throws IOException {
        EndsFile ends = new EndsFile(file, limit);
        try {
            copy(output, ends);
            return ends.finish(output.length());
        } finally {
            ends.discard();
        }
    }

    private void copy(Output output, EndsFile ends) throws IOException {
        try (Reader reader = output.reader()) {
            Masked masked = new Masked(ends, 0);
            char[] buffer = new char[BUFFER];
            long position = 0;
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                masked.write(new String(buffer, 0, count));
                position += count;
                long unneeded = output.length() - position - ends.half() - secrets.longest();
                if (ends.needsOnlyEnd() && unneeded > BUFFER) {
                    position += Readers.skip(reader, unneeded);
                    ends.skipped();
                    masked = new Masked(ends, secrets.longest());
                }
            }
            masked.end(output.loss());
        }
    }

    /** Masks a part of an output (rule 16.4). */
    private final class Masked {

        private final PiecewiseMask mask = new PiecewiseMask(secrets);
        private final Writer writer;
        private int left;

        /** @param left characters at the start that may be the end of a secret */
        Masked(EndsFile ends, int left) {
            this.writer = new OutputStreamWriter(ends, StandardCharsets.UTF_8);
            this.left = left;
        }

        void write(String text) throws IOException {
            writeMasked(mask.next(text));
        }

        private void writeMasked(String text) throws IOException {
            int cut = Math.min(left, text.length());
            left -= cut;
            writer.write(text, cut, text.length() - cut);
            writer.flush();
        }

        void end(String loss) throws IOException {
            writeMasked(mask.end());
            if (!loss.isEmpty()) {
                writer.write("\n[the rest could not be kept: " + secrets.mask(loss) + "]\n");
                writer.flush();
            }
        }
    }
}
