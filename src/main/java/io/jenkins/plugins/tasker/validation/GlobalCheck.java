package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks definitions of global variables: E05, E12, W05, W08 (rules 2.10, 2.12, 7.3 and 13.6). */
final class GlobalCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        for (KeyValueLine definition : file.file().settings()) {
            if (!Globals.isName(definition.key())) {
                findings.add(FindingCode.E05, FindingLocation.key(definition, Optional.empty()), definition.key());
            }
        }
        Set<String> inTasks = new HashSet<>();
        for (CheckedTask task : file.tasks()) {
            for (KeyValueLine unknown : task.entry().unknown()) {
                inTasks.add(unknown.key());
                unknownField(task, unknown, findings);
            }
        }
        Map<String, KeyValueLine> definitions = new LinkedHashMap<>();
        file.file().globals().forEach(definition -> definitions.put(definition.key(), definition));
        cycles(file, definitions, findings);
        definitions.keySet().removeAll(inTasks);
        unused(file, definitions, findings);
    }

    private static void unknownField(CheckedTask task, KeyValueLine unknown, Findings findings) {
        if (Globals.isName(unknown.key())) {
            String question = SimilarFields.field(unknown.key())
                    .map(field -> "; was '" + field + "' meant?")
                    .orElse("");
            findings.add(FindingCode.W05, FindingLocation.key(unknown, task.id()), unknown.key(), question);
        } else {
            findings.add(FindingCode.E05, FindingLocation.key(unknown, task.id()), unknown.key());
        }
    }

    private static void cycles(CheckedFile file, Map<String, KeyValueLine> definitions, Findings findings) {
        for (List<String> cycle : file.globalGraph().cycles()) {
            FindingLocation location = cycle.stream()
                    .filter(definitions::containsKey)
                    .findFirst()
                    .map(name -> FindingLocation.value(definitions.get(name), Optional.empty()))
                    .orElse(FindingLocation.line(1));
            findings.add(FindingCode.E12, location, String.join(" -> ", cycle) + " -> " + cycle.get(0));
        }
    }

    private static void unused(CheckedFile file, Map<String, KeyValueLine> definitions, Findings findings) {
        Set<String> named = new HashSet<>();
        for (CheckedTask task : file.tasks()) {
            for (Field field : task.fields()) {
                named.addAll(Globals.namesIn(task.setting(field).value()));
            }
        }
        Set<String> used = file.globalGraph().closure(named);
        definitions.forEach((name, definition) -> {
            if (Globals.isName(name) && !used.contains(name)) {
                findings.add(FindingCode.W08, FindingLocation.key(definition, Optional.empty()), name);
            }
        });
    }
}
