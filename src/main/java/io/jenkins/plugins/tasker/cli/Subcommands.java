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
    static final String COMPLETION = "completion";

    static final String LINES = "--lines";

    private Subcommands() {}

    static void addTo(CommandSpec spec) {
        CommandSpec check = CommandSpec.create();
        check.usageMessage().description("Validate task files, without hosts and without writing a file.");
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
        CommandSpec runs = CommandSpec.create();
        runs.usageMessage().description("List the recorded runs of the log directory.");
        CommandSpec show = CommandSpec.create();
        show.usageMessage().description("Show the report of a recorded run.");
        show.addPositional(PositionalParamSpec.builder()
                .paramLabel("RUN")
                .type(String.class)
                .required(true)
                .description("The record: a path, a name that 'tasker runs' lists, or latest.")
                .build());
        CommandSpec hosts = CommandSpec.create();
        hosts.usageMessage()
                .description("Show the hosts that a list of 'hostnames' means, as ranges such as web[01-20].");
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
        CommandSpec completion = CommandSpec.create();
        completion.usageMessage().description("Print a completion script: source <(tasker completion)");
        for (CommandSpec subcommand : List.of(runs, show)) {
            Options.value(subcommand, "LOG_DIR", String.class, "Directory of logs and records.", "-l", Options.LOG_DIR);
        }
        for (CommandSpec subcommand : List.of(check, runs, show, hosts, completion)) {
            subcommand.addOption(OptionSpec.builder("-h", Options.HELP)
                    .usageHelp(true)
                    .description("Show this help.")
                    .build());
        }
        spec.addSubcommand(CHECK, check);
        spec.addSubcommand(RUNS, runs);
        spec.addSubcommand(SHOW, show);
        spec.addSubcommand(HOSTS, hosts);
        spec.addSubcommand(COMPLETION, completion);
    }
}
