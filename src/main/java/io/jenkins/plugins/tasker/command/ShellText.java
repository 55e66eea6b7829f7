package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A command text for {@code /bin/sh -c} in which results of tasks became positional parameters. The shell never parses a
 * result, so none of its characters can be interpreted, whatever quotes surround the reference (rule 5.8).
 */
final class ShellText {

    /** What surrounds a place in the text and decides how a parameter must be written there. */
    private enum Context {
        PLAIN,
        SUBSTITUTION,
        BACKTICKS,
        SINGLE,
        DOUBLE
    }

    private final StringBuilder script = new StringBuilder();
    private final List<String> values = new ArrayList<>();
    private final Deque<Context> contexts = new ArrayDeque<>(List.of(Context.PLAIN));

    private ShellText() {}

    static ShellText of(Template command, ResultLookup results, List<String> unresolved) {
        ShellText text = new ShellText();
        command.forEachPart(
                text::copy,
                (reference, written) -> results.find(reference).ifPresentOrElse(text::parameter, () -> {
                    unresolved.add(written);
                    text.copy(written);
                }));
        unresolved.addAll(command.undefinedGlobals());
        unresolved.addAll(command.malformedReferences());
        return text;
    }

    String script() {
        return script.toString();
    }

    /** What follows the script in argv: a name for {@code $0} and the values; nothing if there is no value. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        if (!values.isEmpty()) {
            parameters.add("sh");
            parameters.addAll(values);
        }
        return parameters;
    }

    private void parameter(String value) {
        values.add(value);
        String parameter = "${" + values.size() + "}";
        script.append(
                switch (contexts.peek()) {
                    case DOUBLE -> parameter;
                    case SINGLE -> "'\"" + parameter + "\"'";
                    default -> "\"" + parameter + "\"";
                });
    }

    private void copy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            script.append(c);
            Context context = contexts.peek();
            if (c == '\\' && context != Context.SINGLE && i + 1 < text.length()) {
                i++;
                script.append(text.charAt(i));
            } else if (context == Context.SINGLE) {
                leaveAt(c == '\'');
            } else if (c == '`') {
                enterOrLeave(Context.BACKTICKS);
            } else if (c == '(' && (i > 0 && text.charAt(i - 1) == '$' || context == Context.SUBSTITUTION)) {
                contexts.push(Context.SUBSTITUTION);
            } else if (c == ')' && context == Context.SUBSTITUTION) {
                contexts.pop();
            } else if (c == '"') {
                enterOrLeave(Context.DOUBLE);
            } else if (c == '\'' && context != Context.DOUBLE) {
                contexts.push(Context.SINGLE);
            }
        }
    }

    private void leaveAt(boolean end) {
        if (end) {
            contexts.pop();
        }
    }

    private void enterOrLeave(Context quoting) {
        if (contexts.peek() == quoting) {
            contexts.pop();
        } else {
            contexts.push(quoting);
        }
    }
}
