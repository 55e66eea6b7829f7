package io.jenkins.plugins.tasker.hosts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps a copy of each file that it reads, so that a run that continues after a restart reads the same text. */
public final class KeptHostFiles implements HostFiles {

    private final Path directory;
    private final HostFiles origin;

    /** @param directory holds the copies; created for the first one */
    public KeptHostFiles(Path directory, HostFiles origin) {
        this.directory = directory;
        this.origin = origin;
    }

    @Override
    public String read(String path) throws UnreadableHostFileException {
        Path copy = directory.resolve(name(path));
        try {
            if (Files.exists(copy)) {
                return Files.readString(copy);
            }
            String text = origin.read(path);
            Files.createDirectories(directory);
            Path unfinished = Files.writeString(directory.resolve(name(path) + ".part"), text);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            return text;
        } catch (IOException e) {
            throw new UnreadableHostFileException(
                    "no copy of it can be kept", "check space and permissions of Jenkins");
        }
    }

    private static String name(String path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
