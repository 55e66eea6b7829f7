package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Remembers beside the build how much output of running commands was shown, so that a continued run shows the rest and no
 * line twice. Only whole lines count, because whoever shows them holds unfinished ones back. A line of the file says for a
 * command how much of stdout and stderr it is by now.
 */
public final class ShownOutputLog {

    private static final Logger LOGGER = Logger.getLogger(ShownOutputLog.class.getName());

    private final Path file;
    private final Map<String, OutputOffsets> told = new HashMap<>();

    /** @param file need not exist */
    public ShownOutputLog(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                if (words.length == 4) {
                    told.put(words[0], new OutputOffsets(Long.parseLong(words[1]), Long.parseLong(words[2])));
                }
            }
        }
    }

    synchronized OutputOffsets of(Command command) {
        return told.getOrDefault(command.id(), OutputOffsets.NOTHING);
    }

    /** The same listener, whose output is remembered when it was told. */
    OutputListener remembering(Command command, OutputListener listener) {
        OutputOffsets[] heard = {of(command)};
        return (stream, text) -> {
            listener.output(stream, text);
            int line = text.lastIndexOf('\n');
            if (line >= 0 && !command.id().isEmpty()) {
                remember(command.id(), heard[0].plus(stream, line + 1L));
            }
            heard[0] = heard[0].plus(stream, text.length());
        };
    }

    private synchronized void remember(String id, OutputOffsets heard) {
        told.put(id, heard);
        try {
            // The last word shows that the line is complete.
            String line = id + " " + heard.stdout() + " " + heard.stderr() + " .\n";
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "A continued run may show some lines twice", e);
        }
    }
}
