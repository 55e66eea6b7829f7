package io.jenkins.plugins.tasker.command;

import java.util.Set;
import java.util.regex.Pattern;

/** Names with a meaning in the shells that can be {@code /bin/sh}: dash, bash, busybox, ksh, mksh and zsh. */
final class ShellNames {

    /** Reserved words after which another command begins. */
    static final Set<String> BEFORE_COMMAND =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "!", "{", "time");

    /** Reserved words that end a compound command. */
    static final Set<String> END = Set.of("fi", "done", "}");

    /** Reserved words that shells read differently, or that change how the rest of the text is read. */
    static final Set<String> UNREADABLE =
            Set.of("case", "esac", "select", "function", "coproc", "foreach", "repeat", "always", "end");

    /** Commands that run the command in their arguments, built-in commands included. */
    static final Set<String> PREFIXES = Set.of("command", "builtin", "exec", "noglob", "nocorrect", "-", "time");

    /** Built-in commands that evaluate some of their arguments, or some options of them, in at least one shell. */
    static final Set<String> EVALUATING = Set.of(
            "eval",
            "let",
            ".",
            "source",
            "declare",
            "typeset",
            "local",
            "export",
            "readonly",
            "unset",
            "read",
            "mapfile",
            "readarray",
            "trap",
            "alias",
            "unalias",
            "integer",
            "float",
            "nameref",
            "getopts",
            "wait",
            "ulimit",
            "fc",
            "bind",
            "complete",
            "compgen",
            "compopt",
            "enable",
            "hash",
            "autoload",
            "zmodload",
            "zle",
            "emulate",
            "print",
            "functions",
            "vared",
            "zstyle",
            "zparseopts",
            "zformat",
            "sched",
            "shopt",
            "setopt",
            "unsetopt",
            "jobs",
            "whence",
            "enum",
            "history",
            "disable",
            "unfunction",
            "rehash",
            "ttyctl",
            "getln",
            "pushln",
            "caller",
            "bg",
            "fg",
            "disown",
            "suspend",
            "zcompile",
            "private",
            "zsocket",
            "zpty",
            "zselect",
            "sysread",
            "zprof",
            "zmv",
            "bindkey",
            "compctl",
            "compadd",
            "compset");

    /** Built-in commands with a number as argument, which some shells calculate. */
    static final Set<String> NUMBERS = Set.of("exit", "return", "shift", "break", "continue");

    /** Built-in commands whose arguments have a meaning by their position. */
    static final Set<String> COUNTING =
            Set.of("exit", "return", "shift", "break", "continue", "test", "[", "printf", "set");

    /** Programs that start the program in their arguments. */
    private static final Set<String> RUNNERS = Set.of(
            "sudo", "doas", "env", "nohup", "nice", "ionice", "timeout", "setsid", "stdbuf", "xargs", "busybox",
            "chroot", "unshare", "nsenter", "time", "watch", "exec", "command", "docker", "podman", "kubectl", "find",
            "ssh", "pkexec");

    /** Interpreters that read options after other words. */
    private static final Set<String> PERMUTING = Set.of("su", "runuser", "sg", "flock", "script", "expect");

    /** Built-in commands that evaluate the names of variables, as well as their expansions. */
    static final Set<String> CALCULATING =
            Set.of("eval", "let", "declare", "typeset", "integer", "float", "nameref", "emulate", "trap", "compgen");

    /** Programs that receive a program after {@code -c} or {@code -e}. */
    private static final Pattern INTERPRETER =
            Pattern.compile("(r?bash|b?sh|dash|ash|[mp]d?ksh|ksh[0-9]*|zsh|yash|posh|t?csh"
                    + "|fish|su|runuser|sg|flock|script|expect|python[0-9.]*|perl[0-9.]*|ruby[0-9.]*|node|nodejs|php[0-9.]*|lua[0-9.]*"
                    + "|tclsh[0-9.]*|osascript|pwsh)");

    /** Programs that read an argument as a program, or pass it to a shell (W39). */
    private static final Set<String> READERS =
            Set.of("ssh", "awk", "gawk", "mawk", "nawk", "xargs", "sed", "parallel", "watch");

    /** Variables whose values the shell evaluates, as a number or as text with expansions. */
    private static final Pattern SPECIAL =
            Pattern.compile("PS[0-9]|RPS[0-9]|R?PROMPT[0-9]*|PROMPT_COMMAND|ENV|BASH_.*|IFS"
                    + "|S?RANDOM|SECONDS|OPTIND|LINENO|COLUMNS|LINES|HIST.*|SAVEHIST|TMOUT|SHLVL|E?[UG]ID|PPID|FUNCNEST|ERRNO"
                    + "|LISTMAX|KEYTIMEOUT|EPOCH.*|FPATH|fpath|TRY_BLOCK_.*|MAILCHECK|BAUD|DIRSTACKSIZE|LOGCHECK|REPORT.*|TTYIDLE"
                    + "|ARGC|tasker_[0-9]+|ZLE_.*|TIMEFMT|NULLCMD|READNULLCMD|SPROMPT|POSTEDIT|KSH.*|\\.sh.*"
                    + "|PGRP|USER_ID|OPTERR|OPTION.*|MATCH|MBEGIN|MEND");

    private ShellNames() {}

    static boolean isName(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> isNamePart((char) c));
    }

    static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    static boolean isInterpreter(String program) {
        return INTERPRETER.matcher(program).matches();
    }

    static boolean isRunner(String program) {
        return RUNNERS.contains(program);
    }

    static boolean isPermuting(String interpreter) {
        return PERMUTING.contains(interpreter);
    }

    static boolean isReader(String program) {
        return READERS.contains(program);
    }

    static boolean isSpecial(String variable) {
        return SPECIAL.matcher(variable).matches();
    }
}
