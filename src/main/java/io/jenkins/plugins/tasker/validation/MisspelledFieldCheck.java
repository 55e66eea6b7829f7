package io.jenkins.plugins.tasker.validation;

/** Reports misspelled names of important fields: E41 (rule 13.2). */
final class MisspelledFieldCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        file.misspelled()
                .forEach(misspelling -> findings.add(
                        FindingCode.E41,
                        FindingLocation.key(misspelling.line(), misspelling.task()),
                        misspelling.line().key(),
                        misspelling.meant()));
    }
}
