package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypeField;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.session.ResolvedDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a run took from the configuration of Jenkins and from its environment when it began. A file in its directory keeps it, so
 * that the run continues with it after a restart of Jenkins, whatever was changed in the meantime.
 *
 * @param inventory the default inventory
 * @param credentialIds ids of the configured credentials, by the names of their types
 */
record KeptSettings(
        ExecutionTypes types,
        ResolvedDefaults defaults,
        UpperLimits limits,
        String inventory,
        Map<String, String> credentialIds) {

    private static final String ON_NODE = "onNode";

    void write(Path file) throws IOException {
        Properties texts = new Properties();
        int number = 0;
        for (String name : types.names()) {
            String prefix = "type." + number + ".";
            ExecutionType type = types.find(name).orElseThrow();
            texts.setProperty(prefix + ExecutionTypeField.NAME, name);
            texts.setProperty(prefix + ExecutionTypeField.RUN, type.run().toString());
            type.test().ifPresent(test -> texts.setProperty(prefix + ExecutionTypeField.TEST, test.toString()));
            type.fallback().ifPresent(program -> texts.setProperty(prefix + ExecutionTypeField.FALLBACK, program));
            texts.setProperty(
                    prefix + ExecutionTypeField.QUOTING, type.quoting().toString());
            texts.setProperty(prefix + ON_NODE, Boolean.toString(type.onNode()));
            number++;
        }
        number = 0;
        for (SettingSource setting : defaults.described()) {
            String prefix = "default." + number + ".";
            texts.setProperty(prefix + "name", setting.name());
            texts.setProperty(prefix + "value", setting.value());
            texts.setProperty(prefix + "source", setting.source());
            number++;
        }
        texts.setProperty("executionType", defaults.values().executionType());
        texts.setProperty("timeLimit", defaults.values().timeLimit().toString());
        texts.setProperty("limit.time", limits.timeLimit().toString());
        texts.setProperty("limit.parallel", Long.toString(limits.parallel()));
        texts.setProperty("limit.tasks", Long.toString(limits.tasks()));
        texts.setProperty("limit.executions", Long.toString(limits.run().executions()));
        texts.setProperty("limit.recordBytes", Long.toString(limits.run().recordBytes()));
        texts.setProperty("inventory", inventory);
        credentialIds.forEach((type, id) -> texts.setProperty("credential." + type, id));
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            texts.store(to, null);
        }
    }

    /**
     * Reads the settings of a run.
     *
     * @return empty if a version that kept none has started the run
     * @throws IOException if the file cannot be read, or a value in it is not valid
     */
    static Optional<KeptSettings> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties texts = new Properties();
        try (BufferedReader from = Files.newBufferedReader(file)) {
            texts.load(from);
            return Optional.of(of(texts));
        } catch (RuntimeException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static KeptSettings of(Properties texts) {
        List<ExecutionType> types = new ArrayList<>();
        for (int i = 0; texts.containsKey("type." + i + "." + ExecutionTypeField.NAME); i++) {
            types.add(type(texts, "type." + i + "."));
        }
        List<SettingSource> described = new ArrayList<>();
        for (int i = 0; texts.containsKey("default." + i + ".name"); i++) {
            String prefix = "default." + i + ".";
            described.add(new SettingSource(
                    texts.getProperty(prefix + "name"),
                    texts.getProperty(prefix + "value"),
                    texts.getProperty(prefix + "source")));
        }
        TaskDefaults values =
                new TaskDefaults(texts.getProperty("executionType"), Duration.parse(texts.getProperty("timeLimit")));
        Map<String, String> ids = new LinkedHashMap<>();
        types.forEach(type -> Optional.ofNullable(texts.getProperty("credential." + type.name()))
                .ifPresent(id -> ids.put(type.name(), id)));
        return new KeptSettings(
                ExecutionTypes.of(types),
                new ResolvedDefaults(values, described, List.of()),
                new UpperLimits(
                        Duration.parse(texts.getProperty("limit.time")),
                        Long.parseLong(texts.getProperty("limit.parallel")),
                        Long.parseLong(texts.getProperty("limit.tasks")),
                        new UpperLimits.RunSize(
                                Long.parseLong(texts.getProperty("limit.executions")),
                                Long.parseLong(texts.getProperty("limit.recordBytes")))),
                texts.getProperty("inventory", ""),
                ids);
    }

    private static ExecutionType type(Properties texts, String prefix) {
        Map<ExecutionTypeField, String> fields = new LinkedHashMap<>();
        for (ExecutionTypeField field : ExecutionTypeField.values()) {
            fields.put(field, texts.getProperty(prefix + field, ""));
        }
        ExecutionType type = ExecutionType.of(fields.get(ExecutionTypeField.NAME), fields);
        return Boolean.parseBoolean(texts.getProperty(prefix + ON_NODE)) ? ExecutionType.onNodes(type.name()) : type;
    }
}
