package io.jenkins.plugins.tasker.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Declares the subcommands with their options and help texts. */
final class Subcommands {

    static final String CHECK = "check";
    static final String RUNS = "runs";
    static final String SHOW = "show";
    static final String HOSTS = "hosts";
    static final String CLEAN = "clean";
    static final String COMPLETION = "completion";

    static final String LINES = "--lines";
    static final String FAILED = "--failed";
    static final String SINCE = "--since";
    static final String TASK = "--task";
    static final String OLDER_THAN = "--older-than";

    private Subcommands() {}

    static void addTo(CommandSpec spec) {
        spec.addSubcommand(CHECK, check());
        spec.addSubcommand(RUNS, runs());
        spec.addSubcommand(SHOW, show());
        spec.addSubcommand(HOSTS, hosts());
        spec.addSubcommand(CLEAN, clean());
        spec.addSubcommand(COMPLETION, create("Print a completion script: source <(tasker completion)"));
    }

    private static CommandSpec check() {
        CommandSpec check = create("Validate task files, without hosts and without writing a file.");
        check.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description("The task files.")
                .build());
        Options.addFileOptions(check);
        Options.addFindingOptions(check, "Format of findings: text, json or sarif. Default: text.");
        return check;
    }

    private static CommandSpec runs() {
        CommandSpec runs = create("List the recorded runs of the log directory, the newest first.");
        addLogDirectory(runs);
        Options.value(runs, "PROJECT", String.class, "Only runs of this project.", "-p", Options.PROJECT);
        Options.flag(runs, "Only runs that did not end with 0, or have no end.", FAILED);
        Options.value(
                runs, "AGE", String.class, "Only runs that started since then: 12h, 30d, 2w or 2026-11-30.", SINCE);
        return runs;
    }

    private static CommandSpec show() {
        CommandSpec show = create("Show the report of a recorded run.");
        show.addPositional(PositionalParamSpec.builder()
                .paramLabel("RUN")
                .type(String.class)
                .required(true)
                .description("The record: a path, a name that 'tasker runs' lists, or latest.")
                .build());
        addLogDirectory(show);
        Options.value(
                show,
                "LABEL",
                String.class,
                "Print the recorded output of this task only: 5, or as the report labels it, 5-6.1.",
                TASK);
        return show;
    }

    private static CommandSpec hosts() {
        CommandSpec hosts = create("Show the hosts that a list of 'hostnames' means, as ranges such as web[01-20].");
        hosts.addPositional(PositionalParamSpec.builder()
                .paramLabel("ITEMS")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .required(true)
                .description("Names, ranges, group:NAME, file:PATH, each with ! in front to take its hosts away.")
                .build());
        Options.value(hosts, "FILE", Path.class, Options.HOSTS_HELP, Options.HOSTS);
        Options.flag(hosts, "Show one host a line.", LINES);
        return hosts;
    }

    private static CommandSpec clean() {
        CommandSpec clean =
                create("Delete the logs, task file copies and records of old runs. Project summaries stay.");
        addLogDirectory(clean);
        clean.addOption(OptionSpec.builder(OLDER_THAN)
                .arity("1")
                .required(true)
                .paramLabel("AGE")
                .type(String.class)
                .description("Delete runs that wrote nothing since then: 12h, 30d, 2w or 2026-11-30.")
                .build());
        return clean;
    }

    private static CommandSpec create(String description) {
        CommandSpec subcommand = CommandSpec.create();
        subcommand.usageMessage().description(description);
        subcommand.addOption(OptionSpec.builder("-h", Options.HELP)
                .usageHelp(true)
                .description("Show this help.")
                .build());
        return subcommand;
    }

    private static void addLogDirectory(CommandSpec subcommand) {
        Options.value(subcommand, "LOG_DIR", String.class, "Directory of logs and records.", "-l", Options.LOG_DIR);
    }
}
