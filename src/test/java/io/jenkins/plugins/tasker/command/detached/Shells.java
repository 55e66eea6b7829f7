package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Launchers of waiting shells for tests. */
final class Shells {

    private Shells() {}

    /** Returns the shells of this machine. */
    static Stream<String> names() {
        return Stream.of("dash", "bash", "busybox", "ksh", "mksh", "zsh")
                .filter(name -> file(name).isPresent());
    }

    private static Optional<Path> file(String name) {
        return Stream.of("/bin/", "/usr/bin/")
                .map(folder -> Path.of(folder + name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Returns a launcher that starts another shell in place of /bin/sh.
     *
     * @param links directory for a link with the name that a shell expects
     */
    static ShellLauncher named(String name, Path links) throws IOException {
        Path sh = Files.createDirectories(links.resolve(name)).resolve("sh");
        if (!Files.exists(sh)) {
            Files.createSymbolicLink(sh, file(name).orElseThrow());
        }
        return (argv, environment, directory) -> {
            List<String> words = new ArrayList<>(argv);
            words.replaceAll(word -> word.equals("/bin/sh") ? sh.toString() : word);
            return ShellLauncher.LOCAL.launch(words, environment, directory);
        };
    }

    /** Starts shells that find a failing {@code mkfifo}. */
    static ShellLauncher withoutFifos(Path programs) throws IOException {
        Path mkfifo = Files.createDirectories(programs).resolve("mkfifo");
        Files.writeString(mkfifo, "#!/bin/sh\nexit 1\n");
        mkfifo.toFile().setExecutable(true);
        return (argv, environment, directory) -> {
            Map<String, String> variables = new HashMap<>(environment);
            variables.merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
            return ShellLauncher.LOCAL.launch(argv, variables, directory);
        };
    }

    /** Records the process of each shell. */
    static ShellLauncher recorded(List<ShellLauncher.Shell> started) {
        return (argv, environment, directory) -> {
            ShellLauncher.Shell shell = ShellLauncher.LOCAL.launch(argv, environment, directory);
            started.add(shell);
            return shell;
        };
    }

    /** Returns a control directory whose name, and so the marks of its processes, no other test uses at the same time. */
    static Path control(Path directory) {
        return directory.resolve("w@tmp/tasker-" + directory.getFileName());
    }

    static Command command(String id, String... argv) {
        return new Command(id, List.of(argv), Duration.ofSeconds(60), Map.of(), "");
    }
}
