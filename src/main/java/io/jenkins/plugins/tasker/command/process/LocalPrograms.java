package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Programs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The programs on the machine of this JVM. Caches the search of PATH for the duration of a run. */
public final class LocalPrograms implements Programs {

    private final Path workingDirectory;
    private final Function<String, Optional<Path>> search;
    private final Map<String, Boolean> cache = new ConcurrentHashMap<>();

    public LocalPrograms(Path workingDirectory, Map<String, String> environment) {
        this.workingDirectory = workingDirectory;
        this.search = File.separatorChar == '\\'
                ? new WindowsPrograms(environment, workingDirectory)::find
                : SearchPath.of(environment, workingDirectory)::find;
    }

    @Override
    public boolean onPath(String name) {
        return cache.computeIfAbsent(
                name,
                program ->
                        Programs.isPlainName(program) && search.apply(program).isPresent());
    }

    @Override
    public boolean fileExists(String name) {
        try {
            return Files.isRegularFile(workingDirectory.resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
