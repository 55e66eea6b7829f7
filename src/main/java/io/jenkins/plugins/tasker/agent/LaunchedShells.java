package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.Proc;
import hudson.model.Computer;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.detached.ContainedCommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Starts the shells that the session on an agent requests. Composes their arguments itself: an agent names a file, never a
 * command.
 */
final class LaunchedShells {

    private static final Logger LOGGER = Logger.getLogger(LaunchedShells.class.getName());
    private static final Pattern NAME = Pattern.compile("shell-[0-9a-f.-]{1,80}");
    private static final int LONGEST_WORDS = 2000;

    /** A session needs one shell, and another one for each that was killed. */
    private static final int MOST_SHELLS = 1000;

    private final ContextLauncher launcher;
    private final String control;
    private final Map<String, String> environment;
    private final Map<Integer, Proc> running = new ConcurrentHashMap<>();
    private int launched;

    /**
     * @param control directory of the run on the agent
     * @param environment variables of the build
     */
    LaunchedShells(ContextLauncher launcher, String control, Map<String, String> environment) {
        this.launcher = launcher;
        this.control = control;
        this.environment = Map.copyOf(environment);
    }

    /** Starts a shell on a thread of its own, which waits for its end. */
    void launch(Report.LaunchShell request, FilePath directory, Consumer<Order> agent) {
        int number = request.number();
        if (++launched > MOST_SHELLS || !NAME.matcher(request.name()).matches()) {
            agent.accept(new Order.ShellEnded(number, "the request for a shell is not valid"));
            return;
        }
        Computer.threadPoolForRemoting.execute(() -> {
            String words;
            try {
                words = run(number, request.name(), directory);
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.FINE, "A shell cannot be started", e);
                words = e.getMessage() == null ? e.toString() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                words = "interrupted";
            }
            running.remove(number);
            agent.accept(new Order.ShellEnded(number, words));
        });
    }

    private String run(int number, String name, FilePath directory) throws IOException, InterruptedException {
        FirstBytes output = new FirstBytes();
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(ContainedCommandRunner.shellVariables(control));
        Proc shell =
                launcher.launch(ContainedCommandRunner.shellArgv(control + "/" + name), variables, directory, output);
        running.put(number, shell);
        int status = shell.join();
        String text = output.text().strip();
        return text.isEmpty() ? "exit code " + status : text;
    }

    /** Kills a shell on a thread of its own. */
    void kill(int number) {
        Proc shell = running.get(number);
        if (shell != null) {
            Computer.threadPoolForRemoting.execute(() -> {
                try {
                    shell.kill();
                } catch (IOException | RuntimeException e) {
                    LOGGER.log(Level.FINE, "A shell cannot be killed; it ends at the end of its orders", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private static final class FirstBytes extends ByteArrayOutputStream {

        @Override
        public synchronized void write(int value) {
            if (count < LONGEST_WORDS) {
                super.write(value);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, Math.min(length, Math.max(0, LONGEST_WORDS - count)));
        }

        String text() {
            return toString(StandardCharsets.UTF_8);
        }
    }
}
