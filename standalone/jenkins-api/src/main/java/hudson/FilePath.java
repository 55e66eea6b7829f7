package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Computer;
import hudson.remoting.Callable;
import hudson.remoting.LocalChannel;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jenkinsci.remoting.RoleChecker;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Works for local files; runs callables in this JVM, or through the channel if it has one. */
public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;

    public static final LocalChannel localChannel = new LocalChannel(Computer.threadPoolForRemoting);

    private final transient VirtualChannel channel;
    private final String remote;

    public FilePath(@CheckForNull VirtualChannel channel, @NonNull String remote) {
        this.channel = channel == localChannel ? null : channel;
        this.remote = remote;
    }

    public FilePath(@NonNull File localPath) {
        this((VirtualChannel) null, localPath.getPath());
    }

    public FilePath(@NonNull FilePath base, @NonNull String rel) {
        this(base.channel, Path.of(base.remote).resolve(rel).normalize().toString());
    }

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return act(asCallable(callable));
    }

    public <V, E extends Throwable> V act(Callable<V, E> callable) throws IOException, InterruptedException, E {
        return getChannel().call(callable);
    }

    private <T> Callable<T, IOException> asCallable(FileCallable<T> callable) {
        return new Callable<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public T call() throws IOException {
                try {
                    return callable.invoke(new File(remote), localChannel);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void checkRoles(RoleChecker checker) {
                callable.checkRoles(checker);
            }
        };
    }

    public String getRemote() {
        return remote;
    }

    public VirtualChannel getChannel() {
        return channel == null ? localChannel : channel;
    }

    public boolean isRemote() {
        return channel != null;
    }

    @CheckForNull
    public Computer toComputer() {
        return null;
    }

    public String getName() {
        return path().getFileName().toString();
    }

    @CheckForNull
    public FilePath getParent() {
        Path parent = path().getParent();
        return parent == null ? null : new FilePath(channel, parent.toString());
    }

    public @NonNull FilePath child(String relOrAbsolute) {
        return new FilePath(this, relOrAbsolute);
    }

    public boolean exists() throws IOException, InterruptedException {
        return Files.exists(path());
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return Files.isDirectory(path());
    }

    public long length() throws IOException, InterruptedException {
        return Files.size(path());
    }

    public void mkdirs() throws IOException, InterruptedException {
        Files.createDirectories(path());
    }

    @NonNull
    public List<FilePath> list() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(path())) {
            return files.map(file -> new FilePath(channel, file.toString())).toList();
        }
    }

    public InputStream read() throws IOException, InterruptedException {
        return Files.newInputStream(path());
    }

    public OutputStream write() throws IOException, InterruptedException {
        Files.createDirectories(path().getParent());
        return Files.newOutputStream(path());
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), content, encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
    }

    public void copyFrom(InputStream in) throws IOException, InterruptedException {
        try (OutputStream out = write()) {
            in.transferTo(out);
        }
    }

    public void chmod(int mask) throws IOException, InterruptedException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((mask & 0400 >> permission.ordinal()) != 0) {
                permissions.add(permission);
            }
        }
        Files.setPosixFilePermissions(path(), permissions);
    }

    public boolean delete() throws IOException, InterruptedException {
        Files.deleteIfExists(path());
        return true;
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        if (!exists()) {
            return;
        }
        try (Stream<Path> files = Files.walk(path())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FilePath that && channel == that.channel && remote.equals(that.remote);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channel, remote);
    }

    @Override
    @Deprecated
    public String toString() {
        return remote;
    }

    private Path path() {
        return Path.of(remote);
    }
}
