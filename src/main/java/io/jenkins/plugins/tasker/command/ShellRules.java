package io.jenkins.plugins.tasker.command;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides for each simple command whether values may be its words (rule 5.8). */
final class ShellRules {

    private static final Set<String> INTEGERS = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge");
    private static final Set<String> TEXTS = Set.of("=", "==", "!=", "<", ">", "-nt", "-ot", "-ef");
    private static final String FILES = "-n -z -f -d -e -r -w -x -s -L -h -S -p -b -c -g -k -u -O -G ";
    private static final Pattern CONVERSION = Pattern.compile("%(?:%|[-+ #0']*[0-9]*(?:\\.[0-9]*)?([A-Za-z])|(.?))");

    private final ShellVariables variables;

    ShellRules(ShellVariables variables) {
        this.variables = variables;
    }

    /** Judges {@code NAME=VALUE}. */
    void assignment(ShellWord word) {
        String name = word.assigned().orElseThrow();
        if (ShellNames.isSpecial(name)) {
            word.refuse("for " + name + ", which the shell evaluates");
        }
        variables.assigned(name, word);
    }

    /** Judges the words in {@code [[ ]]}. */
    void doubleBrackets(List<ShellWord> words) {
        for (int i = 0; i < words.size(); i++) {
            if (isOperand(words, i, INTEGERS)) {
                words.get(i).requireInteger("[[ ]]");
            } else {
                words.get(i).refuse("in [[ ]], except as an operand of -eq, -ne, -lt, -le, -gt or -ge");
            }
            variables.evaluated(words.get(i).raw());
        }
    }

    void command(List<ShellWord> words) {
        int name = name(words);
        ShellWord first = words.get(name);
        String program = first.baseName();
        List<ShellWord> arguments = words.subList(name + 1, words.size());
        if (first.isBraced()) {
            refuse(arguments, "in a command whose name has braces");
        }
        if (program.indexOf(ShellWord.VALUE) >= 0) {
            refuse(arguments, "in a command whose name is a value, too");
        }
        builtIn(program, first, arguments);
        for (int i = name; i < words.size(); i++) {
            if (words.get(i).isKnown()) {
                boolean runs = i == name || ShellNames.isRunner(program);
                program(words.get(i).baseName(), runs, words.subList(i + 1, words.size()));
            }
        }
    }

    /** Returns the position of the word that names the command. */
    private static int name(List<ShellWord> words) {
        int name = 0;
        while (name + 1 < words.size()
                && words.get(name).isKnown()
                && (ShellNames.PREFIXES.contains(words.get(name).text())
                        || (words.get(name).text().startsWith("-")))) {
            name++;
        }
        return name;
    }

    private void builtIn(String program, ShellWord first, List<ShellWord> arguments) {
        if (ShellNames.COUNTING.contains(program)) {
            arguments.stream()
                    .filter(ShellWord::isCut)
                    .forEach(word -> word.refuse("without quotes as argument of '" + program + "'"));
        }
        if (ShellNames.EVALUATING.contains(program)) {
            refuse(arguments, "as argument of '" + program + "'");
            arguments.forEach(word -> variables.evaluated(program, word.raw()));
        } else if (ShellNames.NUMBERS.contains(program)) {
            arguments.forEach(word -> word.requireInteger("the argument of " + program));
            arguments.forEach(word -> variables.evaluated(word.raw()));
        } else if (program.equals("for")) {
            loop(arguments);
        } else if (program.equals("test") || program.equals("[")) {
            test(program, arguments);
        } else if (program.equals("printf")) {
            printf(arguments);
        } else if (program.equals("set")) {
            boolean ended = !arguments.isEmpty() && arguments.get(0).is("--");
            if (!ended) {
                refuse(arguments, "as argument of 'set' without --");
            }
            variables.positional(arguments, true);
        } else if (!first.hasValue()) {
            variables.positional(arguments, false);
        }
    }

    private void loop(List<ShellWord> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        String name = arguments.get(0).text();
        if (!ShellNames.isName(name) || ShellNames.isSpecial(name)) {
            refuse(arguments, "in a loop over a variable that the shell evaluates");
        }
        arguments.forEach(word -> variables.assigned(name, word));
    }

    private void test(String program, List<ShellWord> arguments) {
        boolean bracket = program.equals("[");
        int size = arguments.size() - (bracket ? 1 : 0);
        List<ShellWord> words = arguments.subList(0, Math.max(0, size));
        boolean named = words.stream()
                .anyMatch(word -> word.text().equals("-v") || word.text().equals("-R"));
        for (int i = 0; i < words.size(); i++) {
            ShellWord word = words.get(i);
            if (named) {
                word.refuse("in a test with -v");
                variables.evaluated(word.text());
            } else if (isOperand(words, i, INTEGERS)) {
                word.requireInteger(bracket ? "[ ]" : "test");
                variables.evaluated(word.raw());
            } else if (!isOperand(words, i, TEXTS) && !hasRole(words, i)) {
                word.refuse("where a test could read it as an operator");
            }
        }
        if (bracket && !arguments.isEmpty()) {
            arguments.get(arguments.size() - 1).refuse("in place of ]");
        }
    }

    private static boolean hasRole(List<ShellWord> words, int at) {
        boolean alone =
                words.size() == 1 || (words.size() == 2 && words.get(0).text().equals("!"));
        boolean text = "-(!)\0\1".indexOf((words.get(at).text() + '\0').charAt(0)) < 0;
        return alone || text || (at > 0 && FILES.contains(words.get(at - 1).text() + ' '));
    }

    private static boolean isOperand(List<ShellWord> words, int at, Set<String> operators) {
        return (at > 0 && operators.contains(words.get(at - 1).text()))
                || (at + 1 < words.size()
                        && operators.contains(words.get(at + 1).text()));
    }

    private static void printf(List<ShellWord> arguments) {
        int format = !arguments.isEmpty() && arguments.get(0).is("--") ? 1 : 0;
        if (arguments.size() <= format) {
            return;
        }
        List<ShellWord> values = arguments.subList(format + 1, arguments.size());
        if (!arguments.get(format).isKnown() && !values.isEmpty()) {
            refuse(arguments, "in a printf whose format is not known");
            return;
        }
        if (arguments.get(format).text().startsWith("-v")) {
            refuse(arguments, "as argument of printf -v");
            return;
        }
        arguments.get(format).places().forEach(place -> place.readBy("printf"));
        StringBuilder conversions = new StringBuilder();
        Matcher matcher = CONVERSION.matcher(arguments.get(format).text());
        while (matcher.find()) {
            conversions.append(matcher.group(1) != null ? matcher.group(1) : matcher.group(2) != null ? "*" : "");
        }
        boolean counted = values.stream()
                .noneMatch(word -> word.text().indexOf(ShellWord.UNKNOWN) >= 0
                        || (word.isPlain() && word.text().matches(".*[*?\\[{].*")));
        boolean texts = conversions.chars().allMatch(c -> "sbqc".indexOf(c) >= 0);
        for (int i = 0; i < values.size() && !texts; i++) {
            char conversion = conversions.charAt(i % conversions.length());
            if (conversions.indexOf("*") >= 0 || !counted) {
                values.get(i).refuse("in a printf whose conversions cannot be counted");
            } else if ("sbqc".indexOf(conversion) < 0) {
                values.get(i).requireInteger("%" + conversion + " of printf");
            }
        }
    }

    /** Judges the words after the name of a program, wherever the name stands in the command. */
    private static void program(String name, boolean runs, List<ShellWord> words) {
        if (ShellNames.isInterpreter(name)) {
            interpreter(name, runs, words);
        }
        boolean find = Set.of("-exec", "-execdir", "-ok", "-okdir").contains(name);
        if (ShellNames.isReader(name) || find) {
            String reader = find ? "find " + name : name;
            words.forEach(word -> word.places().forEach(place -> place.readBy(reader)));
        }
    }

    private static void interpreter(String name, boolean runs, List<ShellWord> words) {
        boolean program = false;
        boolean operand = false;
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).text();
            boolean option = (text.startsWith("-") || text.startsWith("+")) && text.length() > 1;
            boolean code =
                    option && (text.matches("-[A-Za-z0-9]*[ceErp]\0?.*") || text.matches("--[a-z-]*(command|eval).*"));
            if (program || (code && !words.get(i).isKnown())) {
                words.get(i).refuse("as a program of '" + name + "'");
            } else if (runs && (!operand || (words.get(i).isCut() && ShellNames.isPermuting(name)))) {
                words.get(i).refuse("as an option or a program of '" + name + "'");
            }
            program = code || (program && option);
            operand |= !option
                    && !text.isEmpty()
                    && words.get(i).isKnown()
                    && !(i > 0 && words.get(i - 1).text().matches("[-+][A-Za-z]*o"));
            operand |= text.equals("--");
        }
    }

    private static void refuse(List<ShellWord> words, String reason) {
        words.forEach(word -> word.refuse(reason));
    }
}
