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
 * Remembers what files that were read lately hold, so that several looks at the same page do not read them again. Whether a
 * file changed is told by its size and time; the memory is given back when it is needed.
 */
public final class FileCache<T> {

    /** What is made of the content of a file. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private record Entry<T>(long size, FileTime modified, T content) {}

    private final Reader<T> reader;
    private final Map<Path, SoftReference<Entry<T>>> entries;

    /** @param most files that are remembered; the ones that were asked for least recently are forgotten */
    public FileCache(int most, Reader<T> reader) {
        this.reader = reader;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, SoftReference<Entry<T>>> eldest) {
                return size() > most;
            }
        };
    }

    /** @throws IOException as the reader does; nothing is remembered then */
    public T get(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Entry<T> known = known(file);
        if (known != null && known.size == now.size() && known.modified.equals(now.lastModifiedTime())) {
            return known.content;
        }
        // Read after the look at size and time: what is written in between is only read once more.
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
