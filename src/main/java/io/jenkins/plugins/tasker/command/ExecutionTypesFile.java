package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.text.SimilarNames;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads execution types from a properties file in UTF-8 (rule 5.3).
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><td>{@code NAME.run}</td><td>argv template; required</td></tr>
 * <tr><td>{@code NAME.test}</td><td>argv template of the connection test; without it every host passes</td></tr>
 * <tr><td>{@code NAME.fallback}</td><td>program that replaces the template's first word; none by default</td></tr>
 * <tr><td>{@code NAME.quoting}</td><td>{@code none} (default) or {@code posix}</td></tr>
 * </table>
 */
public final class ExecutionTypesFile {

    private static final List<String> SUFFIXES = List.of("run", "test", "fallback", "quoting");

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Map<String, PropertyLine>> types = new LinkedHashMap<>();

    private ExecutionTypesFile(Path file) {
        this.file = file;
    }

    /** Thrown for an invalid file. Each problem names the file, the line, the key and the remedy. */
    public static final class InvalidFileException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        InvalidFileException(List<String> problems) {
            super(String.join("\n", problems));
            this.problems = List.copyOf(problems);
        }

        public List<String> problems() {
            return problems;
        }
    }

    /**
     * Reads the types of a file, in its order.
     *
     * @throws IOException if the file cannot be read
     * @throws InvalidFileException with all problems of the file
     */
    public static List<ExecutionType> read(Path file) throws IOException, InvalidFileException {
        ExecutionTypesFile reading = new ExecutionTypesFile(file);
        List<ExecutionType> types = new ArrayList<>();
        try {
            reading.collect(PropertyLine.all(Files.readString(file)));
        } catch (CharacterCodingException e) {
            reading.problems.add(file + ": the file is not UTF-8; save it as UTF-8");
        }
        reading.types.forEach((name, lines) -> reading.type(name, lines).ifPresent(types::add));
        if (!reading.problems.isEmpty()) {
            throw new InvalidFileException(reading.problems);
        }
        return types;
    }

    private void collect(List<PropertyLine> lines) {
        for (PropertyLine line : lines) {
            int dot = line.key().lastIndexOf('.');
            String name = line.key().substring(0, Math.max(dot, 0));
            String suffix = line.key().substring(dot + 1);
            if (line.isMalformed()) {
                problem(line, "the line holds a malformed \\u escape; write \\\\ for a backslash");
            } else if (dot < 0 || !SUFFIXES.contains(suffix)) {
                String meant = SimilarNames.among(SUFFIXES, suffix).stream()
                        .findFirst()
                        .map(similar -> "; was " + (dot < 0 ? "NAME" : name) + "." + similar + " meant?")
                        .orElse("");
                problem(line, "keys end with .run, .test, .fallback or .quoting" + meant);
            } else if (ExecutionTypeField.NAME.problem(name).isPresent()) {
                problem(line, ExecutionTypeField.NAME.problem(name).get());
            } else {
                PropertyLine before =
                        types.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(suffix, line);
                if (before != null) {
                    problem(line, "the key is in line " + before.number() + " already; remove one of them");
                }
            }
        }
    }

    private Optional<ExecutionType> type(String name, Map<String, PropertyLine> lines) {
        int before = problems.size();
        if (!lines.containsKey("run")) {
            problem(lines.values().iterator().next(), "the type has no template; add a line " + name + ".run=...");
        }
        lines.forEach(
                (suffix, line) -> field(suffix).problem(line.value()).ifPresent(problem -> problem(line, problem)));
        if (problems.size() > before) {
            return Optional.empty();
        }
        Map<ExecutionTypeField, String> texts = new EnumMap<>(ExecutionTypeField.class);
        lines.forEach((suffix, line) -> texts.put(field(suffix), line.value()));
        return Optional.of(ExecutionType.of(name, texts));
    }

    private static ExecutionTypeField field(String suffix) {
        return ExecutionTypeField.valueOf(suffix.toUpperCase(Locale.ROOT));
    }

    private void problem(PropertyLine line, String problem) {
        problems.add(file + ", line " + line.number() + ", " + line.key() + ": " + problem);
    }
}
