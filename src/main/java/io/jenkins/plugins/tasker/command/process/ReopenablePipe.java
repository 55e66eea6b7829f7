package io.jenkins.plugins.tasker.command.process;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A pipe with a readable channel and a writing end that can be opened by name any number of times. Linux names the open files
 * of a process in {@code /proc/self/fd}; opening the name of a pipe for writing creates a writing end.
 */
final class ReopenablePipe implements Closeable {

    private static final File OPEN_FILES = new File("/proc/self/fd");

    /** Bytes that identify a pipe: more than foreign pipes are likely to hold, and less than a page in total. */
    private static final int FILLING = 1500;

    private static final int SECOND_FILLING = 700;

    private final Pipe.SourceChannel source;
    private final File name;

    private ReopenablePipe(Pipe.SourceChannel source, File name) {
        this.source = source;
        this.name = name;
    }

    /** Returns the non-blocking channel for reading. */
    Pipe.SourceChannel source() {
        return source;
    }

    /** Returns the file to open for writing; valid while this pipe is open. */
    File writingEnd() {
        return name;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            // closing the reading end loses no data
        }
    }

    /**
     * Opens pipes and finds their names. Java does not reveal the names, so this method writes a different number of bytes
     * to each pipe and compares them with the sizes of all new pipes among the open files. It checks pipes of other threads
     * too, but neither reads from them nor writes to them.
     *
     * @throws IOException if this system does not name open pipes
     */
    static List<ReopenablePipe> open(int count) throws IOException {
        Set<String> before = new HashSet<>(openPipes().values());
        List<Pipe> pipes = new ArrayList<>();
        List<ReopenablePipe> named = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                pipes.add(Pipe.open());
            }
            name(pipes, before, named);
            return named;
        } finally {
            for (Pipe pipe : pipes) {
                pipe.sink().close();
                if (named.isEmpty()) {
                    pipe.source().close();
                }
            }
        }
    }

    private static void name(List<Pipe> pipes, Set<String> before, List<ReopenablePipe> named) throws IOException {
        fill(pipes, FILLING);
        Map<File, String> added = openPipes();
        added.values().removeAll(before);
        Map<Integer, File> first = byContent(added.keySet());
        fill(pipes, SECOND_FILLING);
        Map<Integer, File> second = byContent(added.keySet());
        List<ReopenablePipe> result = new ArrayList<>();
        for (int i = 0; i < pipes.size(); i++) {
            File name = first.get(FILLING + i);
            if (name == null || !name.equals(second.get(FILLING + SECOND_FILLING + 2 * i))) {
                throw new IOException("This system does not name the open pipes of a process in " + OPEN_FILES);
            }
            Pipe.SourceChannel source = pipes.get(i).source();
            source.configureBlocking(false);
            tryToWrite(name);
            int expected = FILLING + SECOND_FILLING + 2 * i + 1;
            if (source.read(ByteBuffer.allocate(expected + 1)) != expected) {
                throw new IOException("This system does not open pipes by their name in " + OPEN_FILES);
            }
            result.add(new ReopenablePipe(source, name));
        }
        named.addAll(result);
    }

    private static void tryToWrite(File name) throws IOException {
        try (FileOutputStream pipe = new FileOutputStream(name, true)) {
            pipe.write(0);
        }
    }

    private static void fill(List<Pipe> pipes, int length) throws IOException {
        for (int i = 0; i < pipes.size(); i++) {
            pipes.get(i).sink().write(ByteBuffer.allocate(length + i));
        }
    }

    private static Map<Integer, File> byContent(Set<File> pipes) {
        Map<Integer, File> names = new HashMap<>();
        for (File name : pipes) {
            try (FileInputStream pipe = new FileInputStream(name)) {
                names.put(pipe.available(), name);
            } catch (IOException e) {
                // closed in the meantime, so opened by another thread
            }
        }
        return names;
    }

    /** Returns the reading ends of all open pipes of this process, each with the system's name of the pipe. */
    private static Map<File, String> openPipes() {
        Map<File, String> pipes = new HashMap<>();
        for (File name : Objects.requireNonNullElse(OPEN_FILES.listFiles(), new File[0])) {
            try {
                Path link = name.toPath();
                String pipe = Files.readSymbolicLink(link).toString();
                if (pipe.startsWith("pipe:") && isReadingEnd(link)) {
                    pipes.put(name, pipe);
                }
            } catch (IOException e) {
                // closed in the meantime
            }
        }
        return pipes;
    }

    private static boolean isReadingEnd(Path link) throws IOException {
        return Files.getPosixFilePermissions(link, LinkOption.NOFOLLOW_LINKS).contains(PosixFilePermission.OWNER_READ);
    }
}
