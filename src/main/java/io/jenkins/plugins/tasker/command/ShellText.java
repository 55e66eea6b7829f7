package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Builds a script for {@code /bin/sh -c} that reads results of tasks from shell variables. The shell never parses a result
 * and therefore interprets none of its characters, whatever quotes surround the reference (rule 5.8).
 */
final class ShellText {

    /** The syntax around a position in the text. It determines how a variable is written there. */
    private enum Context {
        PLAIN,
        SUBSTITUTION,
        ARITHMETIC,
        BACKTICKS,
        SINGLE,
        DOUBLE
    }

    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    private final StringBuilder script = new StringBuilder();
    private final List<String> values = new ArrayList<>();
    private final Deque<Context> contexts = new ArrayDeque<>(List.of(Context.PLAIN));
    /** Whether the text so far ends with a dollar sign that can begin an expansion. */
    private boolean openDollar;

    private boolean hasComment;

    private ShellText() {}

    static ShellText of(Template command, ResultLookup results, List<String> unresolved) {
        ShellText text = new ShellText();
        command.forEachPart(
                text::copy,
                (reference, written) -> results.find(reference).ifPresentOrElse(text::result, () -> {
                    unresolved.add(written);
                    text.copy(written);
                }));
        unresolved.addAll(command.undefinedGlobals());
        unresolved.addAll(command.malformedReferences());
        return text;
    }

    /** Appends a text as one word (rule 5.7 b). */
    void argument(String text) {
        boolean closed = contexts.peek() == Context.PLAIN && !hasComment;
        // after an open quote or a comment, a quoted word would have another meaning
        script.append(' ').append(closed ? LocalCommandLine.quote(text) : '"' + variable(text) + '"');
    }

    /**
     * Returns the script. It first moves results from positional parameters to named variables, because functions and
     * {@code set} change {@code $1}.
     */
    String script() {
        if (values.isEmpty()) {
            return script.toString();
        }
        StringBuilder prefix = new StringBuilder();
        for (int i = 1; i <= values.size(); i++) {
            prefix.append(name(i)).append("=${").append(i).append("} ");
        }
        return prefix.append("&& shift ").append(values.size()) + "; " + script;
    }

    /** Returns the words after the script in argv: a name for {@code $0} and the values; empty without values. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        if (!values.isEmpty()) {
            parameters.add("/bin/sh");
            parameters.addAll(values);
        }
        return parameters;
    }

    private static String name(int number) {
        return "tasker_" + number;
    }

    private String variable(String value) {
        values.add(value);
        return "${" + name(values.size()) + "}";
    }

    private void result(String value) {
        Context context = contexts.peek();
        if (context == Context.ARITHMETIC) {
            // some shells evaluate the value of a variable here, including commands
            boolean number = INTEGER.matcher(value).matches();
            script.append(number ? variable(value) : "${tasker_number?the result of a task is not a number}");
            return;
        }
        if (openDollar) {
            openDollar = false;
            endDollar(context);
        }
        String variable = variable(value);
        script.append(
                switch (context) {
                    case DOUBLE -> variable;
                    case SINGLE -> "'\"" + variable + "\"'";
                    default -> '"' + variable + '"';
                });
    }

    /** Turns a dollar sign at the end into an ordinary character. */
    private void endDollar(Context context) {
        if (context == Context.DOUBLE) {
            script.append("\"\"");
        } else if (context != Context.SINGLE) {
            script.setLength(script.length() - 1);
            script.append("\"$\"");
        }
    }

    private void copy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Context context = contexts.peek();
            script.append(c);
            if (c == '\\' && context != Context.SINGLE && i + 1 < text.length()) {
                i++;
                script.append(text.charAt(i));
                openDollar = false;
            } else {
                track(c, context, i + 1 < text.length() && text.charAt(i + 1) == '(');
                openDollar = c == '$' && !openDollar;
            }
        }
    }

    private void track(char c, Context context, boolean beforeParenthesis) {
        if (context == Context.SINGLE) {
            leaveAt(c == '\'');
        } else if (c == '`') {
            enterOrLeave(Context.BACKTICKS, context);
        } else if (c == '(' && openDollar) {
            contexts.push(beforeParenthesis ? Context.ARITHMETIC : Context.SUBSTITUTION);
        } else if (context == Context.ARITHMETIC || context == Context.SUBSTITUTION) {
            if (c == '(') {
                contexts.push(context);
                return;
            }
            leaveAt(c == ')');
        }
        if (c == '"' && context != Context.SINGLE && context != Context.ARITHMETIC) {
            enterOrLeave(Context.DOUBLE, context);
        } else if (c == '\'' && context != Context.DOUBLE && context != Context.SINGLE) {
            contexts.push(Context.SINGLE);
        }
        hasComment |= c == '#' && context == Context.PLAIN;
    }

    private void leaveAt(boolean end) {
        if (end) {
            contexts.pop();
        }
    }

    private void enterOrLeave(Context quoting, Context context) {
        if (context == quoting) {
            contexts.pop();
        } else {
            contexts.push(quoting);
        }
    }
}
