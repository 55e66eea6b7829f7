package io.jenkins.plugins.tasker.report.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Writes JSON whose texts show no secret (rule 16.4). Names of fields stay as they are. */
final class MaskedGenerator extends JsonGeneratorDelegate {

    private final UnaryOperator<String> mask;

    MaskedGenerator(JsonGenerator out, UnaryOperator<String> mask) {
        super(out);
        this.mask = mask;
    }

    @Override
    public void writeString(String text) throws IOException {
        super.writeString(mask.apply(text));
    }
}
