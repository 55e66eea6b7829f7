package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of test cases. Each case is {@code === title | options}, a task file, {@code ---}, and the expected findings.
 * Options: {@code skip}, {@code strict}, {@code type=NAME}, {@code start=N}, {@code restored=N}, {@code
 * limits=SECONDS,PARALLEL,TASKS}, {@code var=NAME=VALUE}.
 */
record GoldenFile(String name, List<Case> cases) {

    /** A task file with its expected findings. */
    record Case(String file, String title, ValidationOptions options, String text, String expected) {

        @Override
        public String toString() {
            return file + ": " + title;
        }
    }

    static final ExecutionTypes TYPES = ExecutionTypes.builtIn();

    static GoldenFile read(String directory, String name) {
        List<Case> cases = new ArrayList<>();
        for (String section : resource("/" + directory + "/" + name).split("(?m)^=== ")) {
            if (!section.isEmpty()) {
                cases.add(parse(name, section));
            }
        }
        return new GoldenFile(name, cases);
    }

    static String resource(String path) {
        try (InputStream in = GoldenFile.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String file, String section) {
        int head = section.indexOf('\n');
        int line = section.indexOf("\n---\n");
        String[] title = section.substring(0, head).split(" \\| ", 2);
        return new Case(
                file,
                title[0],
                options(title.length > 1 ? title[1] : ""),
                section.substring(Math.min(head + 1, line + 1), line + 1),
                section.substring(line + "\n---\n".length()));
    }

    private static ValidationOptions options(String text) {
        OptionsBuilder options = new OptionsBuilder(TYPES, "pbrun");
        for (String option : text.split(" ")) {
            String value = option.substring(option.indexOf('=') + 1);
            options = switch (option.split("=")[0]) {
                case "" -> options;
                case "skip" -> options.skippingTaskValidation(true);
                case "strict" -> options.mode(new RunMode(false, true, false));
                case "type" -> options.defaultType(value);
                case "start" -> options.startFrom(id(value));
                case "limits" -> options.limits(limits(value.split(",")));
                case "restored" -> options.restored(id(value));
                case "hosts" -> options.inventory(value.replace('/', '\n').replace('+', ' '));
                case "var" -> options.variables(Map.of(value.split("=")[0], value.split("=")[1]));
                default -> throw new IllegalArgumentException(option);
            };
        }
        return options.build();
    }

    /** Parses {@code SECONDS,PARALLEL,TASKS}. */
    private static UpperLimits limits(String[] texts) {
        return new UpperLimits(
                Duration.ofSeconds(Long.parseLong(texts[0])),
                Long.parseLong(texts[1]),
                Long.parseLong(texts[2]),
                UpperLimits.RunSize.NONE);
    }

    private static TaskId id(String text) {
        return new TaskId(Long.parseLong(text));
    }
}
