package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Expression;
import io.jenkins.plugins.tasker.taskfile.Expression.Test;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reports global variables that are written in quotes and compared, W32 (rule 8.7): {@code ENV="prod"} never equals
 * {@code prod}, because the quotes are part of the value.
 */
final class QuotedGlobalCheck implements FileCheck {

    /** The field that compares a global variable. */
    private record Use(CheckedTask task, Field field) {}

    @Override
    public void check(CheckedFile file, Findings findings) {
        Map<String, KeyValueLine> definitions = new HashMap<>();
        file.file().globals().forEach(definition -> definitions.put(definition.key(), definition));
        // A value from the caller of the run replaces that of the line.
        definitions.keySet().removeAll(file.options().variables().keySet());
        firstUses(file).forEach((name, use) -> {
            if (isQuoted(file.globals().value(name).orElse(""))) {
                FindingLocation location = Optional.ofNullable(definitions.get(name))
                        .map(definition -> FindingLocation.value(definition, Optional.empty()))
                        .orElseGet(() -> use.task().location(use.field()).about("@" + name + "@"));
                findings.add(FindingCode.W32, location, name, use.field());
            }
        });
    }

    private static Map<String, Use> firstUses(CheckedFile file) {
        Map<String, Use> uses = new TreeMap<>();
        for (CheckedTask task : file.tasks()) {
            for (Field field : ConditionTextCheck.CONDITIONS) {
                if (task.isEffective(field)) {
                    compared(task, field).forEach(name -> uses.putIfAbsent(name, new Use(task, field)));
                }
            }
        }
        return uses;
    }

    /** Returns the names of the globals that the comparisons of a condition use, directly or through other globals. */
    private static Set<String> compared(CheckedTask task, Field field) {
        Set<String> names = new HashSet<>();
        for (Test test :
                task.condition(field).map(condition -> condition.tests()).orElse(List.of())) {
            for (Template text : compared(test)) {
                names.addAll(Globals.namesIn(text.written()));
            }
        }
        return task.file().globalGraph().closure(names);
    }

    /** Returns the texts whose quotes change the result of a test. */
    private static List<Template> compared(Test test) {
        if (test instanceof Expression.Compare compare) {
            boolean bothQuoted =
                    compare.texts().size() == 2 && compare.texts().stream().allMatch(text -> isQuoted(text.expanded()));
            return bothQuoted ? List.of() : compare.texts();
        }
        return test instanceof Expression.Contains contains
                ? contains.text().stream().toList()
                : List.of();
    }

    private static boolean isQuoted(String value) {
        return value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.indexOf(value.charAt(0), 1) == value.length() - 1;
    }
}
