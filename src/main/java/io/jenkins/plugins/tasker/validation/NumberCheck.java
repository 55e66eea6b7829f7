package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import java.math.BigDecimal;

/** Checks numbers that are known before the run: E16 to E19, W12, W14 (rules 4.4 and 4.5). */
final class NumberCheck implements FileCheck.OfTask {

    private static final NumericField[] FIELDS = NumericField.values();

    @Override
    public void check(CheckedTask task, Findings findings) {
        for (NumericField number : FIELDS) {
            number.field()
                    .filter(task::isEffective)
                    .flatMap(task::known)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> check(task, number, value, findings));
        }
    }

    private static void check(CheckedTask task, NumericField number, String value, Findings findings) {
        NumberReading reading = number.read(value);
        String field = number.field().orElseThrow().key();
        FindingLocation location = task.location(number.field().orElseThrow());
        switch (reading.verdict()) {
            case NOT_A_NUMBER ->
                findings.add(number.isWhole() ? FindingCode.E16 : FindingCode.E17, location, field, value);
            case BELOW -> below(number, location, value, findings);
            case ABOVE -> above(number, location, value, findings);
            case WITHIN -> {
                // A number within its range has no finding.
            }
        }
    }

    private static void below(NumericField number, FindingLocation location, String value, Findings findings) {
        boolean harmless = number.below() == NumericField.Outside.DEFAULT
                && number.defaultValue().orElse(1) == 0;
        if (harmless) {
            findings.add(FindingCode.W14, location, field(number), value);
        } else if (number.below() == NumericField.Outside.CLAMP) {
            clamped(number, location, value, findings);
        } else if (number == NumericField.RETURN) {
            findings.add(FindingCode.E19, location, value);
        } else {
            findings.add(FindingCode.E18, location, field(number), value, number.minimum());
        }
    }

    private static void above(NumericField number, FindingLocation location, String value, Findings findings) {
        if (number.above() == NumericField.Outside.REJECT) {
            findings.add(FindingCode.E19, location, value);
        } else {
            clamped(number, location, value, findings);
        }
    }

    private static void clamped(NumericField number, FindingLocation location, String value, Findings findings) {
        findings.add(
                FindingCode.W12,
                location,
                field(number),
                value,
                number.minimum(),
                number.maximum().orElseThrow(),
                number.read(value).value().map(BigDecimal::toPlainString).orElseThrow());
    }

    private static String field(NumericField number) {
        return number.field().orElseThrow().key();
    }
}
