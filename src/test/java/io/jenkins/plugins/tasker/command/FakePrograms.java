package io.jenkins.plugins.tasker.command;

import java.util.Set;

/** A machine with exactly these programs on PATH and these files. */
public record FakePrograms(Set<String> programs, Set<String> files) implements Programs {

    public static final FakePrograms NONE = new FakePrograms(Set.of(), Set.of());

    public static FakePrograms with(String... names) {
        return new FakePrograms(Set.of(names), Set.of());
    }

    @Override
    public boolean onPath(String name) {
        return programs.contains(name);
    }

    @Override
    public boolean fileExists(String path) {
        return files.contains(path);
    }
}
