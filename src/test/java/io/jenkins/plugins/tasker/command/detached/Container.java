package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A container made of namespaces: its processes have numbers of their own, and its /proc shows no others. As a program in a container
 * that is executed from outside, a shell that ends does not end the other processes.
 */
final class Container implements ShellLauncher, AutoCloseable {

    private final Process first;
    private final long init;

    private Container(Process first, long init) {
        this.first = first;
        this.init = init;
    }

    /** Whether this machine permits namespaces. */
    static boolean isPossible() {
        try {
            return new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "--mount-proc", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Container start() throws Exception {
        return start("");
    }

    /** @param setup commands that the container executes first */
    static Container start(String setup) throws Exception {
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--mount-proc",
                        "sh",
                        "-c",
                        setup + "; echo up; while :; do sleep 1; done")
                .redirectError(Redirect.DISCARD)
                .start();
        process.inputReader().readLine();
        return new Container(
                process, process.children().findFirst().orElseThrow().pid());
    }

    @Override
    public Shell launch(List<String> argv, Map<String, String> environment, Path directory) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("nsenter", "--mount", "--pid", "--target", Long.toString(init), "env"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(argv);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        CompletableFuture<String> printed = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                printed.complete(new String(process.getInputStream().readAllBytes()));
            } catch (IOException e) {
                printed.complete("");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return new Shell() {
            @Override
            public CompletableFuture<?> ended() {
                return process.onExit().thenCombine(printed, (end, text) -> text);
            }

            @Override
            public void kill() {
                process.children().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }

            @Override
            public String lastWords() {
                return printed.getNow("");
            }
        };
    }

    @Override
    public void close() throws Exception {
        ProcessHandle.of(init).ifPresent(ProcessHandle::destroyForcibly);
        first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
