package io.jenkins.plugins.tasker.command;

import java.util.ArrayList;
import java.util.List;

/** The simple command that the scanner reads. Reserved words before a command are not part of it. */
final class ShellCommand {

    private final ShellRules rules;
    private List<ShellWord> words = new ArrayList<>();
    private boolean assigned;
    private boolean compound;
    private boolean redirected;
    private boolean duplicated;

    ShellCommand(ShellRules rules) {
        this.rules = rules;
    }

    /** Returns whether the next word is read as a reserved word or as the start of a command. */
    boolean isEmpty() {
        return words.isEmpty() && !assigned && !compound;
    }

    /** Returns whether the last word began {@code [[ ]]}. */
    boolean isTest() {
        return words.size() == 1 && words.get(0).is("[[");
    }

    /**
     * The next word is the target of a redirection.
     *
     * @param duplicate whether the operator ends with {@code &}: bash expands the word after {@code >&} twice
     */
    void redirected(boolean duplicate) {
        redirected = true;
        duplicated = duplicate;
    }

    /** A command stands in place of a file. */
    void substituted() {
        redirected = false;
    }

    /** A compound command has ended; only redirections can follow. */
    void compoundEnded() {
        words = new ArrayList<>();
        compound = true;
    }

    /**
     * A parenthesis follows a word.
     *
     * @param closed whether it is closed at once, which makes the word the name of a function
     */
    void function(boolean closed) throws ShellScanner.ObstacleException {
        if (!closed || words.size() != 1 || assigned || compound || words.get(0).hasValue()) {
            throw new ShellScanner.ObstacleException("a parenthesis within a command");
        }
        words = new ArrayList<>();
    }

    /** @param next the character after the word */
    void add(ShellWord word, char next) throws ShellScanner.ObstacleException {
        if (redirected) {
            redirected = false;
            if (duplicated) {
                word.refuse("after >& or <& (write > FILE 2>&1)");
            }
            return;
        }
        if (next == '<' || next == '>') {
            if (word.isPlain() && word.text().chars().allMatch(Character::isDigit)) {
                return;
            }
            if (word.isBraced()) {
                throw new ShellScanner.ObstacleException("a redirection with a variable");
            }
        }
        if (compound) {
            throw new ShellScanner.ObstacleException("'" + shown(word) + "' after the end of a compound command");
        }
        if (isEmpty() && word.isPlain()) {
            if (ShellNames.BEFORE_COMMAND.contains(word.text())) {
                return;
            }
            if (ShellNames.UNREADABLE.contains(word.text())) {
                throw new ShellScanner.ObstacleException("'" + word.text() + "'");
            }
            if (ShellNames.END.contains(word.text())) {
                compound = true;
                return;
            }
        }
        if (word.is("{") || word.is("}")) {
            throw new ShellScanner.ObstacleException("a brace within a command");
        }
        if (words.isEmpty() && word.assigned().isPresent()) {
            assigned = true;
            rules.assignment(word);
        } else {
            words.add(word);
        }
    }

    private static String shown(ShellWord word) {
        return word.raw().replace(ShellWord.VALUE, '@');
    }

    void end() throws ShellScanner.ObstacleException {
        if (!words.isEmpty()) {
            rules.command(words);
        }
        words = new ArrayList<>();
        assigned = false;
        compound = false;
        redirected = false;
    }
}
