package io.jenkins.plugins.tasker.command.detached;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The script of a {@link WaitingShell}, for any POSIX shell (dash, bash, busybox).
 *
 * <p>The shell reads its script from a FIFO: first {@link #definitions}, then an order for each command. Each order is one
 * compound command with all its data in single quotes. An order that was cut, because the writer was killed, is a syntax error
 * and runs nothing.
 *
 * <p>The monitor of a command writes its {@link ControlFiles} and reports the end: key of the order, exit status, flags, process
 * id. Flag {@code x}: the exit status could not be written. Flag {@code h}: a process may hold the outputs, because it holds
 * file 8, the reading end of a pipe; if none does, writing to the pipe fails. Exit status {@code !}: the monitor could not create
 * its {@code .pid} file, so it has not started the command.
 */
final class ShellScript {

    /**
     * Creates the FIFOs and executes the orders; without FIFOs, polls for files with orders. $0 is the shell, $1 the prefix of
     * the files. A new session protects the commands from signals to this process's terminal or group; a process that leads its
     * group would have to fork for one. Polling ends when the reader of this class's process no longer creates {@code .polled}.
     */
    private static final String START = "if mkfifo -m 600 \"$1.reports\" \"$1.orders\" 2>/dev/null; then\n"
            + "  if command -v setsid >/dev/null && read -r _ _ _ _ TASKER_GROUP _ 2>/dev/null </proc/$$/stat"
            + " && [ \"$TASKER_GROUP\" != $$ ]; then exec setsid \"$0\" \"$1.orders\"; fi\n"
            + "  exec \"$0\" \"$1.orders\"\n"
            + "fi\n"
            + ": >\"$1.polled\" || exit 1\n"
            + "set -- \"$1\" 0 0\n"
            + "while [ -d \"${1%/*}\" ]; do\n"
            + "  if [ -e \"$1.order-$2\" ]; then . \"$1.order-$2\"; set -- \"$1\" $(($2 + 1)) 0\n"
            + "  elif [ $3 -lt 200 ]; then { sleep 0.05 || sleep 1; } 2>/dev/null; set -- \"$1\" $2 $(($3 + 1))\n"
            + "  else rm \"$1.polled\" 2>/dev/null || exit 0; set -- \"$1\" $2 0; fi\n"
            + "done";

    /**
     * {@code tasker_monitor} runs a command with the arguments: variables, {@code --}, prefix of its files, key, directory, argv.
     * Its number comes from /proc, where mksh does not resolve it, because $$ is that of the waiting shell. The monitor ignores
     * signals of a terminal, so that it outlives the command and records its exit status. TERM before {@code .out} exists
     * prevents the start; later the monitor waits for the end of the command. The last writing to a pipe without a reader must
     * fail, not end it.
     */
    static final String DEFINITIONS = "trap : HUP INT\n"
            + "tasker_start() { tasker_monitor \"$@\" & }\n"
            + "tasker_reap() { wait \"$@\"; }\n"
            + "tasker_status() { wait \"$2\"; echo \"$1 $? xh $2\" >&4; }\n"
            + "tasker_monitor() {\n"
            + "trap : HUP INT PIPE\n"
            + "if cd -P /proc/self; then TASKER_PID=${PWD#/proc/}; else TASKER_PID=; fi\n"
            + "case $TASKER_PID in ''|*[!0-9]*) TASKER_PID=$(exec sh -c 'echo $PPID');; esac\n"
            + "while [ \"$1\" != -- ]; do export \"$1\"; shift; done\n"
            + "shift\n"
            + "command exec 8<<'TASKER' 9>/proc/self/fd/8\n"
            + "\n"
            + "TASKER\n"
            + "trap '[ -f \"$1.out\" ] || exit 143' TERM\n"
            + "set -C\n"
            + "echo \"$TASKER_PID\" >\"$1.pid\" || { echo \"$2 ! - $TASKER_PID\" >&4; exit 126; }\n"
            + "(command exec >\"$1.out\" 2>\"$1.err\" 4>&- 9>&- || exit 126\n"
            + "trap - INT QUIT\n"
            + "cd \"$3\" || exit 126\n"
            + "unset OLDPWD\n"
            + "shift 3\n"
            + "exec \"$@\")\n"
            + "set -- \"$1\" \"$2\" $? ''\n"
            + "exec 8<&-\n"
            + "echo $3 >\"$1.end\" || set -- \"$1\" \"$2\" $3 x\n"
            + "echo >&9 && set -- \"$1\" \"$2\" $3 \"$4h\"\n"
            + "echo \"$2 $3 ${4:--} $TASKER_PID\" >&4\n"
            + "exit $3\n"
            + "}\n";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Variables that mean something to a shell, so that assigning them there fails or has side effects. */
    private static final Pattern SHELL_VARIABLE = Pattern.compile(
            "BASH.*|DIRSTACK|ENV|EUID|FUNCNAME|GROUPS|HISTCMD|IFS|LINENO"
                    + "|OLDPWD|OPTARG|OPTIND|POSIXLY_CORRECT|PPID|PS[0-4]|PWD|RANDOM|SECONDS|SHELLOPTS|TASKER_PID|UID|_");

    private ShellScript() {}

    /** Returns the argv of a waiting shell. */
    static List<String> argv(String shell, Path prefix) {
        return List.of(shell, "-c", START, shell, prefix.toString());
    }

    /** Returns what a waiting shell executes first. */
    static String definitions(Path reports) {
        return "exec 4>" + quote(reports.toString()) + " </dev/null >/dev/null 2>&1\n" + DEFINITIONS;
    }

    /**
     * Returns the order to start a command.
     *
     * @param files prefix of its control files
     * @param key names the order in reports
     */
    static String start(Path files, String key, Path directory, Map<String, String> variables, List<String> argv) {
        StringBuilder order = new StringBuilder("{ tasker_start");
        // env, a process more, for variables that the shell cannot assign
        StringBuilder env = new StringBuilder();
        new TreeMap<>(variables).forEach((name, value) -> word(isAssignable(name) ? order : env, name + "=" + value));
        word(order, "--");
        word(order, files.toString());
        word(order, key);
        word(order, directory.toString());
        if (!env.isEmpty() && argv.get(0).indexOf('=') < 0) {
            word(order, "env");
            order.append(env);
        }
        argv.forEach(word -> word(order, word));
        return order.append("; }\n").toString();
    }

    private static boolean isAssignable(String name) {
        return VARIABLE.matcher(name).matches() && !SHELL_VARIABLE.matcher(name).matches();
    }

    /** Returns the order to forget monitors that have ended. */
    static String reap(Set<Long> monitors) {
        StringBuilder order = new StringBuilder("{ tasker_reap");
        monitors.forEach(monitor -> order.append(' ').append(monitor));
        return order.append("; }\n").toString();
    }

    /** Returns the order to report the exit status of a monitor that was killed. */
    static String status(String key, long monitor) {
        return "{ tasker_status " + key + " " + monitor + "; }\n";
    }

    static void word(StringBuilder order, String text) {
        order.append(' ').append(quote(text));
    }

    /** Quotes a text as one word: in single quotes, only a single quote means something. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
