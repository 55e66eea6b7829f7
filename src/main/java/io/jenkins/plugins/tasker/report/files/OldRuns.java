package io.jenkins.plugins.tasker.report.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deletes the files of old runs from a log directory: logs, copies of task files, journals and validation reports. Summaries of
 * projects stay, and so does each file with another name than those that Tasker gives (rule 16.5).
 */
public final class OldRuns {

    private static final Pattern OF_A_RUN = Pattern.compile("(.+_[0-9]{8}_[0-9]{6}(?:_[0-9]+)?)\\.(?:log|txt|journal)");
    private static final Pattern REPORT = Pattern.compile("(validation_report_[0-9]{8})\\.log");

    private OldRuns() {}

    /** What was deleted. */
    public record Deleted(int runs, int files, long bytes) {}

    /**
     * Deletes the files of each run of which no file was written since a time, so that a run in progress keeps its files.
     *
     * @throws IOException if the directory cannot be read, or a file cannot be deleted; the others before it are deleted
     */
    public static Deleted delete(Path directory, Instant before) throws IOException {
        int runs = 0;
        int files = 0;
        long bytes = 0;
        for (Map.Entry<String, List<Path>> run : files(directory).entrySet()) {
            if (!isOlder(run.getValue(), before)) {
                continue;
            }
            runs += run.getKey().startsWith("validation_report_") ? 0 : 1;
            for (Path file : run.getValue()) {
                bytes += Files.size(file);
                Files.delete(file);
                files++;
            }
        }
        return new Deleted(runs, files, bytes);
    }

    /** Returns the files of each run, the log last: while it exists, no other run takes the name of its files. */
    private static Map<String, List<Path>> files(Path directory) throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                Matcher run = OF_A_RUN.matcher(name);
                Matcher report = REPORT.matcher(name);
                if (Files.isRegularFile(file) && (run.matches() || report.matches())) {
                    files.computeIfAbsent(run.matches() ? run.group(1) : report.group(1), key -> new ArrayList<>())
                            .add(file);
                }
            }
        } catch (NoSuchFileException e) {
            return Map.of();
        }
        files.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Path file) -> file.toString().endsWith(".log"))
                                .thenComparing(Comparator.naturalOrder())));
        return files;
    }

    private static boolean isOlder(List<Path> files, Instant before) throws IOException {
        // A text of this name without log or journal is a file of the user.
        if (files.stream().allMatch(file -> file.toString().endsWith(".txt"))) {
            return false;
        }
        for (Path file : files) {
            if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                return false;
            }
        }
        return true;
    }
}
