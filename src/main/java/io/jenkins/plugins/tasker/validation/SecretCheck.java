package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.SecretGlobals;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reports global variables with the name of a secret whose values cannot be masked, W36 (rule 16.4). Never shows a value. */
final class SecretCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        Map<String, KeyValueLine> definitions = new HashMap<>();
        file.file().globals().forEach(definition -> definitions.put(definition.key(), definition));
        for (String name : file.globals().names()) {
            SecretGlobals.unmasked(name, file.globals()).ifPresent(reason -> {
                FindingLocation location = Optional.ofNullable(definitions.get(name))
                        .map(definition -> FindingLocation.key(definition, Optional.empty()))
                        .orElseGet(() -> FindingLocation.line(1).about(name));
                findings.add(FindingCode.W36, location, name, reason);
            });
        }
    }
}
