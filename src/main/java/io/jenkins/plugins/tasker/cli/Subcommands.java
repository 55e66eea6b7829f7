package io.jenkins.plugins.tasker.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Declares the subcommands with their options and help texts. */
final class Subcommands {

    static final String RUNS = "runs";
    static final String SHOW = "show";
    static final String COMPLETION = "completion";

    private Subcommands() {}

    static void addTo(CommandSpec spec) {
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
        for (CommandSpec subcommand : List.of(runs, show, completion)) {
            subcommand.addOption(OptionSpec.builder("-h", Options.HELP)
                    .usageHelp(true)
                    .description("Show this help.")
                    .build());
        }
        spec.addSubcommand(RUNS, runs);
        spec.addSubcommand(SHOW, show);
        spec.addSubcommand(COMPLETION, completion);
    }
}
