package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records in a file how much output of running commands was shown. A run that continues after a restart of Jenkins shows
 * the rest, and no line twice.
 *
 * <p>The log counts complete lines only, because listeners do not print a line before its end. Each line of the file holds
 * the id of a command and its {@link OutputOffsets}; the last line of a command is valid.
 */
public final class ShownOutputLog {

    private static final Logger LOGGER = Logger.getLogger(ShownOutputLog.class.getName());
    /** Shows that a line of the file is complete. */
    private static final String LINE_END = " .\n";

    /** Anything else is what a crash left of a line. */
    private static final Pattern LINE = Pattern.compile("(\\S+) ([0-9]{1,18}) ([0-9]{1,18}) \\.");

    private final Path file;
    private final Map<String, OutputOffsets> shown = new HashMap<>();

    /** @param file need not exist */
    public ShownOutputLog(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                Matcher complete = LINE.matcher(line);
                if (complete.matches()) {
                    shown.put(
                            complete.group(1),
                            new OutputOffsets(Long.parseLong(complete.group(2)), Long.parseLong(complete.group(3))));
                }
            }
        }
    }

    /** Opens the output of a command at the end of the last line that was shown. */
    synchronized ShownOutput open(Command command, OutputListener listener) {
        OutputOffsets before = shown.getOrDefault(command.id(), OutputOffsets.START);
        return new ShownOutput(listener, before, offsets -> record(command.id(), offsets));
    }

    private synchronized void record(String id, OutputOffsets offsets) {
        if (id.isEmpty()) {
            return;
        }
        shown.put(id, offsets);
        try {
            String line = id + " " + offsets.stdout() + " " + offsets.stderr() + LINE_END;
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "A continued run may show some lines twice", e);
        }
    }
}
