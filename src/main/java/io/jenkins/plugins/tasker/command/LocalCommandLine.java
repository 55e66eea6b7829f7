package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.Quotes;
import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.UnbalancedQuotesException;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds the argv of a {@code command} of the execution type {@code local} (rules 5.7 and 5.8). The text is a program, a
 * script for a shell, or words; this is decided before results of tasks are inserted.
 */
public final class LocalCommandLine {

    /** The cases of rule 5.7: c is SHELL, b is WORDS. Cases a and d have the same argv and are both PROGRAM. */
    public enum Form {
        PROGRAM,
        SHELL,
        WORDS
    }

    private LocalCommandLine() {}

    /**
     * Decides how to read a text.
     *
     * @param programs queried only if the text is ambiguous
     */
    public static Form form(String command, Programs programs) {
        boolean shell = hasShellOperator(command);
        boolean words = WhiteSpace.occursIn(command);
        if ((!shell && !words) || programs.isFileOrProgram(command)) {
            return Form.PROGRAM;
        }
        return shell ? Form.SHELL : Form.WORDS;
    }

    /**
     * Returns the argv of a local command.
     *
     * @param arguments the words of {@code arguments}
     * @param unresolved receives references in the command without a value; these stay as written
     * @throws UnbalancedQuotesException if the command must be split into words and a quote is not closed
     * @throws ShellText.UnsafeValueException if a shell could run a result as code
     */
    public static List<String> argv(
            Template command, Words arguments, ResultLookup results, Programs programs, List<String> unresolved)
            throws UnbalancedQuotesException, ShellText.UnsafeValueException {
        List<String> argv = new ArrayList<>();
        List<String> words = arguments.render(results, new ArrayList<>());
        switch (form(command.source(), programs)) {
            case SHELL -> {
                unresolved.addAll(command.undefinedGlobals());
                unresolved.addAll(command.malformedReferences());
                return ShellText.of(command, arguments).argv(results, words, unresolved);
            }
            case WORDS -> argv.addAll(Words.split(command).render(results, unresolved));
            default -> {
                Template.Rendered program = command.render(results);
                unresolved.addAll(program.unresolved());
                argv.add(program.text());
            }
        }
        argv.addAll(words);
        return argv;
    }

    /**
     * Returns the command as its author wrote it, with values inserted, for people (rule 16.2). The argv of a shell text differs
     * from it, because a shell receives values as positional parameters.
     *
     * @return empty unless a shell runs the command
     */
    public static Optional<String> shown(Template command, ResultLookup results, Programs programs) {
        return form(command.source(), programs) == Form.SHELL
                ? Optional.of(command.render(results).text())
                : Optional.empty();
    }

    /** Quotes a text as one word for a POSIX shell. */
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
