package io.jenkins.plugins.tasker.command.detached;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Starts the {@link WaitingShell} of a run: as a process of this JVM, or as another program starts processes. */
public interface ShellLauncher {

    /** Starts processes of this JVM. Their output is discarded. */
    ShellLauncher LOCAL = (argv, environment, directory) -> {
        ProcessBuilder builder = new ProcessBuilder(argv)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new Shell() {
            @Override
            public CompletableFuture<?> ended() {
                return process.onExit();
            }

            @Override
            public void kill() {
                process.destroyForcibly();
            }
        };
    };

    /** A shell that was started. */
    interface Shell {

        /** Completes when the process has ended. */
        CompletableFuture<?> ended();

        /** Kills the process, but not its children. */
        void kill();

        /** Returns what its launcher knows about its end, such as the lines that it has printed; empty if nothing. */
        default String lastWords() {
            return "";
        }
    }

    /**
     * Starts a shell. It does not read its stdin, and prints nothing if it works.
     *
     * @param environment all its variables
     */
    Shell launch(List<String> argv, Map<String, String> environment, Path directory) throws IOException;
}
