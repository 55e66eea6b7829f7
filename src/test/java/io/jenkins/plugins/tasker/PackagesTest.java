package io.jenkins.plugins.tasker;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wall between the core and Jenkins, and the one direction in which the core's packages know each other. */
class PackagesTest {

    private static final String ROOT = "io.jenkins.plugins.tasker";

    /** A package of the core, with the other packages of the core that it may know. */
    private enum Core {
        TASKFILE,
        COMMAND(TASKFILE),
        ENGINE(TASKFILE, COMMAND),
        VALIDATION(TASKFILE, COMMAND),
        JOURNAL(TASKFILE, COMMAND, ENGINE),
        REPORT(TASKFILE, COMMAND, ENGINE, VALIDATION, JOURNAL),
        SESSION(TASKFILE, COMMAND, ENGINE, VALIDATION, JOURNAL, REPORT),
        CLI(TASKFILE, COMMAND, ENGINE, VALIDATION, JOURNAL, REPORT, SESSION);

        private final List<Core> mayKnow;

        Core(Core... mayKnow) {
            this.mayKnow = List.of(mayKnow);
        }

        private String pattern() {
            return ROOT + "." + name().toLowerCase(Locale.ROOT) + "..";
        }

        /** The packages of Tasker that a class of this package may depend on. */
        private String[] visible() {
            return Stream.concat(Stream.of(this), mayKnow.stream())
                    .map(Core::pattern)
                    .toArray(String[]::new);
        }
    }

    private static JavaClasses tasker;

    @BeforeAll
    static void readClasses() {
        tasker = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    @DisplayName("the core runs without Jenkins: taskfile to cli import nothing of it (docs/architecture.md, Rooms)")
    void coreShouldNotKnowJenkins() {
        noClasses()
                .that()
                .resideInAnyPackage(Core.CLI.visible())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hudson..", "jenkins..", "org.kohsuke..", "org.jenkinsci..")
                .allowEmptyShould(true)
                .check(tasker);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Core.class)
    @DisplayName("a package knows only those above it in the table of rooms (docs/architecture.md)")
    void coreShouldDependInOneDirection(Core core) {
        classes()
                .that()
                .resideInAPackage(core.pattern())
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(core.visible())))
                .allowEmptyShould(true)
                .check(tasker);
    }

    @Test
    @DisplayName("what a task file says needs nothing but the JDK")
    void taskfileShouldKnowTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage(Core.TASKFILE.pattern())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Core.TASKFILE.pattern(), "java..")
                .allowEmptyShould(true)
                .check(tasker);
    }
}
