package io.jenkins.plugins.tasker.documentation;

import io.jenkins.plugins.tasker.documentation.Markdown.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line of a page with its expected output: {@code $ command} and the following lines of a {@code console} block, or a
 * line of an {@code sh} block.
 */
record ShownCommand(int line, String text, List<String> printed) {

    private static final String PROMPT = "$ ";

    static List<ShownCommand> of(Block block) {
        List<ShownCommand> commands = new ArrayList<>();
        boolean console = block.language().equals("console");
        for (int i = 0; i < block.text().size(); i++) {
            String line = block.text().get(i);
            if (console && !line.startsWith(PROMPT)) {
                if (commands.isEmpty()) {
                    throw new AssertionError("line " + (block.line() + i) + ": a console block begins with $");
                }
                commands.get(commands.size() - 1).printed().add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String text = console ? line.substring(PROMPT.length()) : line;
                commands.add(new ShownCommand(block.line() + i, text.strip(), new ArrayList<>()));
            }
        }
        return commands;
    }

    /** Returns the first expected line that the output lacks, in order; {@code ...} matches any text. Empty if it lacks none. */
    String missingIn(List<String> output) {
        int at = 0;
        for (String line : printed) {
            Pattern wanted = Pattern.compile(Arrays.stream(line.split("\\.\\.\\.", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
            while (at < output.size() && !wanted.matcher(output.get(at)).matches()) {
                at++;
            }
            if (at == output.size()) {
                return line;
            }
            at++;
        }
        return "";
    }

    /** Returns whether the page shows this exit code. */
    boolean shows(int exitCode) {
        return printed.contains("[INFO] Final exit code: " + exitCode);
    }
}
