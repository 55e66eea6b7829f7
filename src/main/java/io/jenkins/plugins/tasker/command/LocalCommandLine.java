package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.Quotes;
import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.UnbalancedQuotesException;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code command} means for the execution type {@code local} (rules 5.7 and 5.8): a program, a text for a shell, or
 * words. The case is chosen before results of tasks are inserted.
 */
public final class LocalCommandLine {

    /** The cases c and b of rule 5.7; PROGRAM stands for a and d, whose argv is the same. */
    public enum Form {
        PROGRAM,
        SHELL,
        WORDS
    }

    private LocalCommandLine() {}

    /** @param programs asked only if the text could be read in more than one way */
    public static Form form(String command, Programs programs) {
        boolean shell = hasShellOperator(command);
        boolean words = WhiteSpace.occursIn(command);
        if ((!shell && !words) || programs.fileExists(command) || programs.onPath(command)) {
            return Form.PROGRAM;
        }
        return shell ? Form.SHELL : Form.WORDS;
    }

    /**
     * The argv of a local command.
     *
     * @param arguments the words of {@code arguments}, results inserted
     * @param unresolved receives references without a value, which stay as written
     * @throws UnbalancedQuotesException if the command must be split into words and cannot be
     */
    public static List<String> argv(
            Template command, List<String> arguments, ResultLookup results, Programs programs, List<String> unresolved)
            throws UnbalancedQuotesException {
        List<String> argv = new ArrayList<>();
        switch (form(command.expanded(), programs)) {
            case SHELL -> {
                ShellText text = ShellText.of(command, results, unresolved);
                arguments.forEach(text::argument);
                argv.addAll(List.of("/bin/sh", "-c", text.script()));
                argv.addAll(text.parameters());
                return argv;
            }
            case WORDS -> argv.addAll(Words.split(command.expanded()).render(results, unresolved));
            default -> {
                Template.Rendered program = command.render(results);
                unresolved.addAll(program.unresolved());
                argv.add(program.text());
            }
        }
        argv.addAll(arguments);
        return argv;
    }

    /** One word for a POSIX shell that stands for exactly this text. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean hasShellOperator(String command) {
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' || c == '\'') {
                int closing = Quotes.closing(command, i);
                i = closing < 0 ? i : closing;
            } else if ("|<>;&`".indexOf(c) >= 0 || command.startsWith("$(", i)) {
                return true;
            }
        }
        return false;
    }
}
