package io.jenkins.plugins.tasker.command.detached;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The script of a {@link ContainedShell}: that of a {@link ShellScript}, completed by what only a process inside the container can do.
 * It finds the processes of a command by their {@link io.jenkins.plugins.tasker.command.process.CommandMark}, sends signals, searches PATH.
 *
 * <p>Answers have the form of {@link ShellReport}: key, status, process id of the subshell that answers.
 */
final class ContainedScript {

    /** Programs that the functions call, in the order of the statuses from {@link #MISSING}. */
    static final List<String> PROGRAMS = List.of("tr", "grep", "ls", "sleep");

    /** Status of {@code tasker_ready}: this plus the index of the missing program. */
    static final int MISSING = 10;

    /** Status of {@code tasker_ready}: the working directory does not exist. */
    static final int NO_DIRECTORY = 9;

    /** Status of {@code tasker_end}: KILL was sent. */
    static final int KILLED = 1;

    /** Status of {@code tasker_end}: a process cannot be ended; its number follows. */
    static final int STUCK = 2;

    /** Characters of a mark that mean something in a regular expression. */
    private static final Pattern SPECIAL = Pattern.compile("[.\\[\\]*^$\\\\]");

    /**
     * Reads the orders from a FIFO, or polls for files with orders. $0 is the shell, $1 the prefix of the files. Decorators of launchers
     * insert the text into double quotes and replace dollar signs, so it contains no backslash and no backquote.
     */
    private static final String START = "if [ -d \"${1%/*}\" ] && [ -w \"${1%/*}\" ] && [ -x \"${1%/*}\" ]; then :\n"
            + "else echo \"the directory ${1%/*} does not exist or is not writable there\"; exit 3; fi\n"
            + "if [ -p \"$1.orders\" ]; then\n"
            + "  if command -v setsid >/dev/null && read -r _ _ _ _ TASKER_GROUP _ 2>/dev/null </proc/$$/stat"
            + " && [ \"$TASKER_GROUP\" != $$ ]; then exec setsid \"$0\" \"$1.orders\"; fi\n"
            + "  exec \"$0\" \"$1.orders\"\n"
            + "fi\n"
            + "set -- \"$1\" 0 0\n"
            + "while [ -d \"${1%/*}\" ]; do\n"
            + "  if [ -e \"$1.order-$2\" ]; then . \"$1.order-$2\"; rm -f \"$1.order-$2\"; set -- \"$1\" $(($2 + 1)) 0\n"
            + "  elif [ $3 -lt 200 ]; then { sleep 0.05 || sleep 1; } 2>/dev/null; set -- \"$1\" $2 $(($3 + 1))\n"
            + "  else rm \"$1.polled\" 2>/dev/null || exit 0; set -- \"$1\" $2 0; fi\n"
            + "done";

    /**
     * Each function answers from a subshell, so that the shell itself never waits, except {@code tasker_check}, which needs no
     * other program. {@code tasker_end} repeats its search, because processes start in the meantime: TERM first, KILL after
     * 20 rounds of 0.1 s or if the file {@code .kill} exists. The monitor, which has the mark of its shell, gets TERM first: this
     * prevents a start that is under way.
     */
    private static final String DEFINITIONS = "tasker_reply() { echo \"$1 $2 - ${3:-$TASKER_PID}\" >&4; exit 0; }\n"
            + "tasker_self() {\n"
            + "if cd -P /proc/self; then TASKER_PID=${PWD#/proc/}; else TASKER_PID=$(exec sh -c 'echo $PPID'); fi\n"
            + "}\n"
            + "tasker_pause() { sleep 0.1 || { sleep 1; TASKER_ROUND=$((TASKER_ROUND + 9)); }; }\n"
            + "tasker_has() { tr '\\0' '\\n' <\"/proc/$1/environ\" | grep -q \"^TASKER_COMMAND_ID=\\(.*:\\)*$2\\(:.*\\)*\\$\"; }\n"
            // key, directory, programs
            + "tasker_ready() { {\n"
            + "tasker_self\n"
            + "cd \"$2\" || tasker_reply \"$1\" " + NO_DIRECTORY + "\n"
            + "set -- \"$1\" " + MISSING + " " + String.join(" ", PROGRAMS) + "\n"
            + "while [ $# -gt 2 ]; do\n"
            + "command -v \"$3\" || tasker_reply \"$1\" \"$2\"\n"
            + "TASKER_KEY=$1 TASKER_NEXT=$(($2 + 1))\n"
            + "shift 3\n"
            + "set -- \"$TASKER_KEY\" \"$TASKER_NEXT\" \"$@\"\n"
            + "done\n"
            + "tasker_reply \"$1\" 0\n"
            + "} & }\n"
            // key, name
            + "tasker_path() { {\n"
            + "tasker_self\n"
            + "cd \"$3\"\n"
            + "TASKER_PATH=$PATH:\n"
            + "while [ -n \"$TASKER_PATH\" ]; do\n"
            + "TASKER_FILE=${TASKER_PATH%%:*}\n"
            + "TASKER_FILE=${TASKER_FILE:-.}/$2\n"
            + "TASKER_PATH=${TASKER_PATH#*:}\n"
            + "[ -f \"$TASKER_FILE\" ] && [ -x \"$TASKER_FILE\" ] && tasker_reply \"$1\" 1\n"
            + "done\n"
            + "tasker_reply \"$1\" 0\n"
            + "} & }\n"
            // key, file, directory
            + "tasker_file() { {\n"
            + "tasker_self\n"
            + "cd \"$3\" && [ -f \"$2\" ] && tasker_reply \"$1\" 1\n"
            + "tasker_reply \"$1\" 0\n"
            + "} & }\n"
            // key, monitor, pattern of the mark of its shell
            + "tasker_alive() { {\n"
            + "tasker_self\n"
            + "tasker_has \"$2\" \"$3\" && tasker_reply \"$1\" 1\n"
            + "tasker_reply \"$1\" 0\n"
            + "} & }\n"
            // key and monitor, repeated
            + "tasker_check() {\n"
            + "while [ $# -gt 1 ]; do\n"
            + "if read -r TASKER_STAT <\"/proc/$2/stat\"; then\n"
            + "case ${TASKER_STAT##*) } in [ZX]*) echo \"$1 0 - $2\" >&4;; esac\n"
            + "else echo \"$1 0 - 0\" >&4; fi\n"
            + "shift 2\n"
            + "done\n"
            + "}\n"
            // key, prefix of the files
            + "tasker_held() { {\n"
            + "tasker_self\n"
            + "TASKER_DIRECTORY=$(cd -P \"${2%/*}\" && pwd -P)\n"
            + "while ls -l /proc/[0-9]*/fd | grep -qF -e \" -> $TASKER_DIRECTORY/${2##*/}.out\""
            + " -e \" -> $TASKER_DIRECTORY/${2##*/}.err\"; do tasker_pause; done\n"
            + "tasker_reply \"$1\" 0\n"
            + "} & }\n"
            // key, prefix of the files, pattern of the mark
            + "tasker_end() { {\n"
            + "tasker_self\n"
            + "TASKER_ROUND=0 TASKER_SENT=' ' TASKER_STATUS=0\n"
            + "read -r TASKER_MONITOR <\"$2.pid\" && [ \"$TASKER_MONITOR\" != 0 ] && kill \"$TASKER_MONITOR\"\n"
            + "while :; do\n"
            + "TASKER_SIGNAL=TERM TASKER_LEFT=\n"
            + "if [ $TASKER_ROUND -ge 20 ] || [ -e \"$2.kill\" ]; then TASKER_SIGNAL=KILL; fi\n"
            + "for TASKER_PROCESS in /proc/[0-9]*; do\n"
            + "TASKER_PROCESS=${TASKER_PROCESS#/proc/}\n"
            + "tasker_has \"$TASKER_PROCESS\" \"$3\" || continue\n"
            + "TASKER_LEFT=$TASKER_PROCESS\n"
            + "case $TASKER_SENT in *\" $TASKER_SIGNAL$TASKER_PROCESS \"*) continue;; esac\n"
            + "kill -s $TASKER_SIGNAL \"$TASKER_PROCESS\"\n"
            + "TASKER_SENT=\"$TASKER_SENT$TASKER_SIGNAL$TASKER_PROCESS \"\n"
            + "[ $TASKER_SIGNAL = TERM ] || TASKER_STATUS=" + KILLED + "\n"
            + "done\n"
            + "if [ -z \"$TASKER_LEFT\" ] && [ -n \"$TASKER_MONITOR\" ]"
            + " && read -r TASKER_STAT <\"/proc/$TASKER_MONITOR/stat\"; then\n"
            + "case ${TASKER_STAT##*) } in [ZX]*) ;; *) TASKER_LEFT=$TASKER_MONITOR\n"
            + "[ $TASKER_ROUND -lt 25 ] || kill -s KILL \"$TASKER_MONITOR\";; esac\n"
            + "fi\n"
            + "[ -n \"$TASKER_LEFT\" ] || tasker_reply \"$1\" $TASKER_STATUS\n"
            + "[ $TASKER_ROUND -lt 40 ] || tasker_reply \"$1\" " + STUCK + " \"$TASKER_LEFT\"\n"
            + "tasker_pause\n"
            + "TASKER_ROUND=$((TASKER_ROUND + 1))\n"
            + "done\n"
            + "} & }\n";

    private ContainedScript() {}

    /** Returns the argv of the shell. */
    static List<String> argv(String prefix) {
        return List.of("sh", "-c", START, "sh", prefix);
    }

    /** Returns what the shell executes first. */
    static String definitions(Path reports) {
        return "exec 4>>" + ShellScript.quote(reports.toString()) + " </dev/null >/dev/null 2>&1\n"
                + ShellScript.DEFINITIONS + DEFINITIONS;
    }

    static String ready(String key, Path directory) {
        return order("tasker_ready", key, directory.toString());
    }

    static String onPath(String key, String name, Path directory) {
        return order("tasker_path", key, name, directory.toString());
    }

    static String fileExists(String key, String name, Path directory) {
        return order("tasker_file", key, name, directory.toString());
    }

    /** @param mark of the shell that started the monitor */
    static String alive(String key, long monitor, String mark) {
        return order("tasker_alive", key, Long.toString(monitor), pattern(mark));
    }

    /** @param monitors by the keys of their orders; those that have ended are reported */
    static String check(Map<String, Long> monitors) {
        StringBuilder order = new StringBuilder("{ tasker_check");
        monitors.forEach(
                (key, monitor) -> order.append(' ').append(key).append(' ').append(monitor));
        return order.append("; }\n").toString();
    }

    static String held(String key, Path files) {
        return order("tasker_held", key, files.toString());
    }

    static String end(String key, Path files, String mark) {
        return order("tasker_end", key, files.toString(), pattern(mark));
    }

    private static String pattern(String mark) {
        return SPECIAL.matcher(mark).replaceAll("\\\\$0");
    }

    private static String order(String function, String... words) {
        StringBuilder order = new StringBuilder("{ ").append(function);
        for (String word : words) {
            ShellScript.word(order, word);
        }
        return order.append("; }\n").toString();
    }
}
