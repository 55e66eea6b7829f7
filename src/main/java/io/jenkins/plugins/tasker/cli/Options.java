package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.text.Level;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Declares the options of the command with their help texts. It uses calls instead of annotations, because reading annotations
 * would noticeably delay the start of the command.
 */
final class Options {

    static final String RUN = "--run";
    static final String LOG_DIR = "--log-dir";
    static final String LOG_LEVEL = "--log-level";
    static final String TYPE = "--type";
    static final String TIMEOUT = "--timeout";
    static final String CONNECTION_TEST = "--connection-test";
    static final String PROJECT = "--project";
    static final String START_FROM = "--start-from";
    static final String RESUME_FROM = "--resume-from";
    static final String ONLY_FAILED = "--only-failed";
    static final String RERUN_UNKNOWN = "--rerun-unknown";
    static final String LIMIT = "--limit";
    static final String SKIP_TASK_VALIDATION = "--skip-task-validation";
    static final String SKIP_HOST_VALIDATION = "--skip-host-validation";
    static final String SKIP_VALIDATION = "--skip-validation";
    static final String VALIDATE_ONLY = "--validate-only";
    static final String SHOW_PLAN = "--show-plan";
    static final String DEBUG = "--debug";
    static final String STRICT_GAPS = "--strict-gaps";
    static final String OUTPUT_JSON = "--output-json";
    static final String ON_FAILURE = "--on-failure";
    static final String QUIET = "--quiet";
    static final String PLAIN = "--plain";
    static final String STREAM = "--stream";
    static final String EXEC_TYPES = "--exec-types";
    static final String HOSTS = "--hosts";
    static final String NO_SHARED_CONNECTIONS = "--no-shared-connections";
    static final String VAR = "--var";
    static final String VARS = "--vars";
    static final String WARNINGS_AS_ERRORS = "--warnings-as-errors";
    static final String JUNIT = "--junit";
    static final String REPORT = "--report";
    static final String FORMAT = "--format";
    static final String VERSION = "--version";
    static final String HELP = "--help";

    static final String HOSTS_HELP = "Take groups of hosts from this inventory, in the INI format of Ansible.";

    private Options() {}

    static CommandLine commandLine() {
        CommandSpec spec = CommandSpec.create().name("tasker");
        spec.usageMessage()
                .description(
                        "Runs the tasks of a task file on local and remote servers. Without -r, a dry run shows the commands"
                                + " and starts none.%n")
                .customSynopsis(
                        "tasker [OPTIONS] TASK_FILE",
                        "       tasker (check FILE... | runs | show RUN | hosts ITEMS... | clean | completion)")
                .sortOptions(false)
                .footer(footer());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("TASK_FILE")
                .arity("0..1")
                .type(Path.class)
                .description("The task file. It may come before, after or between the options.")
                .build());
        addRunOptions(spec);
        addValidationOptions(spec);
        addReportOptions(spec);
        spec.addOption(OptionSpec.builder(VERSION)
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
        Subcommands.addTo(spec);
        return new CommandLine(spec)
                .setAbbreviatedOptionsAllowed(true)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static void addRunOptions(CommandSpec spec) {
        flag(spec, "Run the commands.", "-r", RUN);
        addType(spec);
        value(
                spec,
                "SECONDS",
                String.class,
                "Time limit of tasks without 'timeout', 5-1000. Default: $TASK_EXECUTOR_TIMEOUT, else 30.",
                "-o",
                TIMEOUT);
        value(spec, "TASK_ID", String.class, "Start with this task instead of the lowest one.", START_FROM);
        value(
                spec,
                "RUN",
                String.class,
                "With --start-from: restore the results of earlier tasks from the record of this run"
                        + " (see 'tasker runs'), or from the latest one of this task file: latest.",
                RESUME_FROM);
        flag(
                spec,
                "With --resume-from, if --start-from is a group: run only the members that did not succeed there.",
                ONLY_FAILED);
        flag(spec, "With --only-failed: also run members whose end is unknown.", RERUN_UNKNOWN);
        value(
                spec,
                "ITEMS",
                String.class,
                "Run tasks with 'hostnames' on these hosts only, such as web[01-10],!web07.",
                LIMIT);
        flag(spec, "Stop successfully at the first gap in task numbers, instead of continuing after it.", STRICT_GAPS);
        addVariables(spec);
        value(spec, "FILE", Path.class, HOSTS_HELP, HOSTS);
        flag(
                spec,
                "Open an ssh connection for each task instead of sharing one among the tasks of a host.",
                NO_SHARED_CONNECTIONS);
        flag(spec, "Show the plan and ask before running.", SHOW_PLAN);
    }

    /** The options that decide how a task file is read. */
    static void addFileOptions(CommandSpec spec) {
        addType(spec);
        addVariables(spec);
        value(spec, "FILE", Path.class, HOSTS_HELP, HOSTS);
    }

    private static void addType(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-t", TYPE)
                .paramLabel("TYPE")
                .type(String.class)
                .description("Execution type of tasks without 'exec': pbrun, p7s, local, wwrs, ssh or one of"
                        + " --exec-types. Default: $TASK_EXECUTOR_TYPE, else pbrun.")
                .completionCandidates(new BuiltInTypes())
                .build());
    }

    private static void addVariables(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(VAR)
                .paramLabel("NAME=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Set a global variable; overrides the task file. Can be given several times.")
                .build());
        spec.addOption(OptionSpec.builder(VARS)
                .paramLabel("FILE")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description(
                        "Set global variables from a file of NAME=VALUE lines; --var overrides it. Can be given several"
                                + " times.")
                .build());
        value(
                spec,
                "FILE",
                Path.class,
                "Add or replace execution types (properties NAME.run, NAME.test, ...).",
                EXEC_TYPES);
    }

    /** Loads the types only when completion needs them, which saves time in all other starts of the command. */
    private static final class BuiltInTypes implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ExecutionTypes.builtIn().names().iterator();
        }
    }

    private static void addValidationOptions(CommandSpec spec) {
        flag(spec, "Test the connection to each host, with the test of its execution type.", "-c", CONNECTION_TEST);
        flag(spec, "Validate task file and hosts, then exit.", VALIDATE_ONLY);
        flag(spec, "Do not validate the task file (faster start).", SKIP_TASK_VALIDATION);
        flag(spec, "Do not validate hosts (risky).", SKIP_HOST_VALIDATION);
        flag(spec, "Shorthand for --skip-task-validation --skip-host-validation.", SKIP_VALIDATION);
        addFindingOptions(spec, "Format of findings with --validate-only: text, json or sarif. Default: text.");
    }

    static void addFindingOptions(CommandSpec spec, String format) {
        flag(spec, "Reject a task file with warnings.", WARNINGS_AS_ERRORS);
        value(spec, "FORMAT", Arguments.FindingsFormat.class, format, FORMAT);
    }

    private static void addReportOptions(CommandSpec spec) {
        value(
                spec,
                "LOG_DIR",
                String.class,
                "Directory of logs and records. Default: $TASK_EXECUTOR_LOG, else ~/TASKER.",
                "-l",
                LOG_DIR);
        value(
                spec,
                "LEVEL",
                Level.class,
                "Least important level to log: ERROR, WARN, INFO or DEBUG. Default: INFO.",
                LOG_LEVEL);
        flag(spec, "Shorthand for --log-level=DEBUG.", "-d", DEBUG);
        flag(spec, "Show failures and the outcome only.", "-q", QUIET);
        flag(spec, "Show log lines without colours on a terminal, too, instead of the live view.", PLAIN);
        flag(spec, "Show each line of output when it arrives.", STREAM);
        value(spec, "PROJECT", String.class, "Add a row to the summary of this project.", "-p", PROJECT);
        value(spec, "FILE", Path.class, "Write a JUnit XML report.", JUNIT);
        value(spec, "DIR", Path.class, "Write an HTML report.", REPORT);
        value(
                spec,
                "PATH",
                Path.class,
                "Write the record of the run as JSON. Without =PATH, stdout has nothing else.",
                OUTPUT_JSON);
        value(
                spec,
                "SCRIPT",
                Path.class,
                "Run this script, at most 30 s, after a real run that did not end with 0.",
                ON_FAILURE,
                "--alert-on-failure");
    }

    static void flag(CommandSpec spec, String description, String... names) {
        spec.addOption(option(description, names).type(boolean.class).arity("0").build());
    }

    static void value(CommandSpec spec, String label, Class<?> type, String description, String... names) {
        spec.addOption(option(description, names)
                .type(type)
                .arity("1")
                .paramLabel(label)
                .build());
    }

    private static OptionSpec.Builder option(String description, String... names) {
        String shortest = names[0];
        String[] others = java.util.Arrays.copyOfRange(names, 1, names.length);
        return OptionSpec.builder(shortest, others).description(description);
    }

    private static String[] footer() {
        return new String[] {
            "",
            "Examples:",
            "  tasker -r tasks.txt                 run the tasks",
            "  tasker --show-plan -r tasks.txt     show the plan and ask",
            "  tasker --validate-only tasks.txt    validate without running",
            "  tasker -r --start-from=5 tasks.txt  start with task 5",
            "",
            "Exit codes:",
            "  0 end of the flow        N by 'return=N'           2 usage error",
            "  14 'next' not satisfied  20 task file not valid    21, 60, 61 host not valid",
            "  30 no such file          31 not readable           33 not permitted",
            "  40 by SIGINT             41 by SIGTERM             99 internal error"
        };
    }
}
