package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Programs;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The programs on the machine of this JVM. Caches the search of PATH for the duration of a run. */
public final class LocalPrograms implements Programs {

    private final Path workingDirectory;
    private final SearchPath path;
    private final Map<String, Boolean> cache = new ConcurrentHashMap<>();

    public LocalPrograms(Path workingDirectory, Map<String, String> environment) {
        this.workingDirectory = workingDirectory;
        this.path = SearchPath.of(environment, workingDirectory);
    }

    @Override
    public boolean onPath(String name) {
        return cache.computeIfAbsent(name, program -> path.find(program).isPresent());
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
