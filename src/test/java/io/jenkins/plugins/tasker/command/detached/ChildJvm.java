package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a main class of the tests in a separate JVM. */
public final class ChildJvm {

    private ChildJvm() {}

    /** Returns the lines that the class prints. */
    public static List<String> run(Class<?> main, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>();
        argv.add(System.getProperty("java.home") + "/bin/java");
        argv.addAll(List.of(options));
        argv.addAll(List.of("-cp", classPath(), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(argv).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + " of " + main + ": " + output);
        }
        return output.lines().toList();
    }

    /** Returns the class path with only the classes of the project and its tests. */
    public static String classPath() {
        return Stream.of(ChildJvm.class, LocalCommandRunner.class)
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
