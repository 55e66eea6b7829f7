package io.jenkins.plugins.tasker;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards the boundary between the core and Jenkins, and the direction of dependencies between packages. */
class PackagesTest {

    private static final String ROOT = "io.jenkins.plugins.tasker";

    /** A package of the core and the packages of the core that it may depend on. */
    private enum Core {
        TEXT,
        TASKFILE(TEXT),
        HOSTS(TEXT, TASKFILE),
        COMMAND_OUTPUT(TEXT, TASKFILE),
        COMMAND(TEXT, TASKFILE, COMMAND_OUTPUT),
        COMMAND_PROCESS(TEXT, TASKFILE, COMMAND_OUTPUT, COMMAND),
        COMMAND_DETACHED(TEXT, TASKFILE, COMMAND_OUTPUT, COMMAND, COMMAND_PROCESS),
        COMMAND_SSH(TEXT, TASKFILE, COMMAND_OUTPUT, COMMAND),
        ENGINE(TEXT, TASKFILE, HOSTS, COMMAND_OUTPUT, COMMAND),
        VALIDATION(TEXT, TASKFILE, HOSTS, COMMAND_OUTPUT, COMMAND),
        JOURNAL(TEXT, TASKFILE, HOSTS, COMMAND_OUTPUT, COMMAND, ENGINE),
        JOURNAL_OUTPUTS(TEXT, COMMAND_OUTPUT, COMMAND, ENGINE, JOURNAL),
        REPORT(TEXT, TASKFILE, HOSTS, COMMAND_OUTPUT, COMMAND, ENGINE, VALIDATION, JOURNAL, JOURNAL_OUTPUTS),
        REPORT_LOG(TEXT, TASKFILE, HOSTS, COMMAND_OUTPUT, COMMAND, ENGINE, VALIDATION, JOURNAL, REPORT),
        REPORT_SVG(TEXT, TASKFILE, HOSTS, COMMAND, ENGINE, VALIDATION, JOURNAL, REPORT),
        REPORT_FINDINGS(TEXT, TASKFILE, HOSTS, COMMAND, ENGINE, VALIDATION, JOURNAL, REPORT),
        REPORT_FILES(TEXT, TASKFILE, HOSTS, COMMAND, ENGINE, VALIDATION, JOURNAL, REPORT, REPORT_LOG),
        REPORT_HTML(
                TEXT,
                TASKFILE,
                HOSTS,
                COMMAND,
                ENGINE,
                VALIDATION,
                JOURNAL,
                JOURNAL_OUTPUTS,
                REPORT,
                REPORT_SVG,
                REPORT_FILES),
        SESSION(
                TEXT,
                TASKFILE,
                HOSTS,
                COMMAND_OUTPUT,
                COMMAND,
                ENGINE,
                VALIDATION,
                JOURNAL,
                REPORT,
                REPORT_LOG,
                REPORT_FILES,
                REPORT_HTML),
        CLI_LIVE(TEXT, HOSTS, COMMAND, ENGINE, JOURNAL, REPORT, REPORT_LOG),
        CLI(
                CLI_LIVE,
                TEXT,
                TASKFILE,
                HOSTS,
                COMMAND_OUTPUT,
                COMMAND,
                COMMAND_PROCESS,
                COMMAND_SSH,
                ENGINE,
                VALIDATION,
                JOURNAL,
                JOURNAL_OUTPUTS,
                REPORT,
                REPORT_LOG,
                REPORT_FINDINGS,
                REPORT_FILES,
                REPORT_HTML,
                SESSION),
        AGENT_PROTOCOL(TEXT, TASKFILE, COMMAND_OUTPUT, COMMAND);

        private final List<Core> dependencies;

        Core(Core... dependencies) {
            this.dependencies = List.of(dependencies);
        }

        /** Returns the name of this package, which excludes its subpackages. */
        private String pattern() {
            return ROOT + "." + name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        /** Returns the packages of Tasker that a class of this package may depend on. */
        private String[] visible() {
            return Stream.concat(Stream.of(this), dependencies.stream())
                    .map(Core::pattern)
                    .toArray(String[]::new);
        }

        private static String[] all() {
            return Arrays.stream(values()).map(Core::pattern).toArray(String[]::new);
        }
    }

    /** The packages that adapt the core to Jenkins. */
    private static final Set<String> ADAPTERS =
            Set.of("agent", "audit", "configuration", "credentials", "pipeline", "run", "scm", "steps", "web");

    private static JavaClasses tasker;

    @BeforeAll
    static void readClasses() {
        tasker = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    @DisplayName(
            "the core runs without Jenkins: packages from text to cli import none of its classes (docs/architecture.md, Packages)")
    void coreRunsWithoutJenkins() {
        noClasses()
                .that()
                .resideInAnyPackage(Core.all())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hudson..", "jenkins..", "org.kohsuke..", "org.jenkinsci..", "org.jvnet..")
                .check(tasker);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Core.class)
    @DisplayName("a package depends only on the packages that the table allows (docs/architecture.md, Packages)")
    void packagesDependInOneDirection(Core core) {
        classes()
                .that()
                .resideInAPackage(core.pattern())
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(core.visible())))
                .check(tasker);
    }

    @Test
    @DisplayName("the packages text and taskfile depend on the JDK only")
    void modelNeedsTheJdkOnly() {
        classes()
                .that()
                .resideInAnyPackage(Core.TEXT.pattern(), Core.TASKFILE.pattern())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Core.TEXT.pattern(), Core.TASKFILE.pattern(), "java..")
                .check(tasker);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Core.class)
    @DisplayName("the jar of the command has each package of the core (standalone/dist/package.xml)")
    void commandIsComplete(Core core) throws IOException {
        String top = core.name().toLowerCase(Locale.ROOT).split("_")[0];
        if (core != Core.AGENT_PROTOCOL) {
            assertThat(Files.readString(Repository.file("standalone/dist/package.xml")))
                    .contains("<include name=\"io/jenkins/plugins/tasker/" + top + "/**\" />");
        }
    }

    @Test
    @DisplayName("packages have no cyclic dependencies")
    void packagesHaveNoCycles() {
        slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(tasker);
    }

    @Test
    @DisplayName("every package is listed in docs/architecture.md")
    void everyPackageIsListed() {
        Set<String> known = Stream.concat(
                        Arrays.stream(Core.all()), ADAPTERS.stream().map(name -> ROOT + "." + name))
                .collect(Collectors.toSet());
        assertThat(tasker.stream().map(JavaClass::getPackageName)).allMatch(known::contains);
    }

    /** Assigns each package to a slice of its own. */
    private static final class Packages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
