package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Caches the content of recently read files. Reads a file again when its size or modification time has changed. Entries are
 * soft references, so the JVM can reclaim their memory.
 */
public final class FileCache<T> {

    /** Reads the content of a file. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private record Entry<T>(long size, FileTime modified, T content) {}

    private final Reader<T> reader;
    private final Map<Path, SoftReference<Entry<T>>> entries;

    /** @param capacity the number of cached files; the least recently used one is removed first */
    public FileCache(int capacity, Reader<T> reader) {
        this.reader = reader;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, SoftReference<Entry<T>>> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * Returns the content of a file.
     *
     * @throws IOException if the reader throws it; the failure is not cached
     */
    public T get(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Entry<T> known = known(file);
        if (known != null && known.size == now.size() && known.modified.equals(now.lastModifiedTime())) {
            return known.content;
        }
        // Read after its size and time: a write in between only causes another read.
        T content = reader.read(file);
        synchronized (entries) {
            entries.put(file, new SoftReference<>(new Entry<>(now.size(), now.lastModifiedTime(), content)));
        }
        return content;
    }

    private Entry<T> known(Path file) {
        synchronized (entries) {
            SoftReference<Entry<T>> known = entries.get(file);
            return known == null ? null : known.get();
        }
    }
}
