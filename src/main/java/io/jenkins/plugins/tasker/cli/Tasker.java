package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the command line and executes the command. */
public final class Tasker {

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Path workingDirectory;

    /**
     * @param environment inherited by the commands of tasks
     * @param workingDirectory the directory of the commands, and the base of relative file names
     */
    public Tasker(
            InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Path workingDirectory) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.workingDirectory = workingDirectory;
    }

    /** @return the exit code of the process (section 18) */
    public int run(String... args) {
        CommandLine commandLine = Options.commandLine();
        try {
            String[] given = FileNames.withValues(args);
            FileNames.check(commandLine, given);
            ParseResult parsed = commandLine.parseArgs(given);
            return help(parsed) ? flush(ExitCodes.OK) : dispatch(commandLine, parsed);
        } catch (ParameterException e) {
            return usage(e);
        } catch (StartException e) {
            err.println("tasker: " + e.getMessage());
            err.flush();
            return e.exitCode();
        }
    }

    private boolean help(ParseResult parsed) {
        ParseResult asked = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (asked.isUsageHelpRequested()) {
            asked.commandSpec().commandLine().usage(out);
        } else if (asked.isVersionHelpRequested()) {
            out.println(Version.text());
        }
        return asked.isUsageHelpRequested() || asked.isVersionHelpRequested();
    }

    private int dispatch(CommandLine commandLine, ParseResult parsed) throws StartException {
        FileNames.check(commandLine, parsed);
        if (parsed.hasSubcommand()) {
            ParseResult subcommand = parsed.subcommand();
            switch (subcommand.commandSpec().name()) {
                case Subcommands.CHECK -> {
                    TerminalStyle style = Terminal.style(environment);
                    return flush(new CheckCommand(environment, workingDirectory, err, style).run(subcommand, out));
                }
                case Subcommands.COMPLETION -> out.print(AutoComplete.bash("tasker", commandLine));
                case Subcommands.HOSTS -> new HostsCommand(subcommand, workingDirectory, out).print();
                case Subcommands.RUNS -> records(subcommand).list();
                case Subcommands.CLEAN -> records(subcommand).clean();
                default -> records(subcommand).show();
            }
            return flush(ExitCodes.OK);
        }
        Arguments arguments = Arguments.of(parsed, workingDirectory);
        if (arguments.file() == null) {
            throw new ParameterException(commandLine, "the task file is missing");
        }
        if (arguments.start().resumeFrom().isPresent()
                && arguments.start().task().isEmpty()) {
            throw new ParameterException(commandLine, "--resume-from needs --start-from: the task to resume from");
        }
        if (arguments.start().members().onlyFailed()
                && arguments.start().resumeFrom().isEmpty()) {
            throw new ParameterException(
                    commandLine, "--only-failed needs --resume-from and --start-from: the run and the group to repeat");
        }
        if (arguments.start().members().rerunUnknown()
                && !arguments.start().members().onlyFailed()) {
            throw new ParameterException(commandLine, "--rerun-unknown needs --only-failed");
        }
        if (arguments.console().format() != Arguments.FindingsFormat.TEXT
                && !arguments.checks().only()) {
            throw new ParameterException(commandLine, "--format json and sarif need --validate-only");
        }
        if (arguments.console().quiet()
                && (parsed.hasMatchedOption(Options.PLAIN)
                        || parsed.hasMatchedOption(Options.LOG_LEVEL)
                        || parsed.hasMatchedOption(Options.DEBUG))) {
            throw new ParameterException(commandLine, "--quiet and --plain, --log-level or --debug exclude each other");
        }
        RunDisplay display = Terminal.display(arguments, out, environment);
        return new RunCommand(arguments, environment, workingDirectory, display, new PlanPrompt(in, out)).run();
    }

    private RecordCommands records(ParseResult subcommand) {
        return new RecordCommands(subcommand, environment, workingDirectory, out);
    }

    private int usage(ParameterException e) {
        err.println("tasker: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try 'tasker --help'.");
        err.flush();
        return ExitCodes.USAGE;
    }

    private int flush(int exitCode) {
        out.flush();
        return exitCode;
    }
}
