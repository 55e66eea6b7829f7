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
    static final String COMPLETION = "completion";

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
        CommandSpec completion = CommandSpec.create();
        completion.usageMessage().description("Print a completion script: source <(tasker completion)");
        for (CommandSpec subcommand : List.of(runs, show)) {
            Options.value(subcommand, "LOG_DIR", String.class, "Directory of logs and records.", "-l", Options.LOG_DIR);
        }
        for (CommandSpec subcommand : List.of(check, runs, show, completion)) {
            subcommand.addOption(OptionSpec.builder("-h", Options.HELP)
                    .usageHelp(true)
                    .description("Show this help.")
                    .build());
        }
        spec.addSubcommand(CHECK, check);
        spec.addSubcommand(RUNS, runs);
        spec.addSubcommand(SHOW, show);
        spec.addSubcommand(COMPLETION, completion);
    }
}
