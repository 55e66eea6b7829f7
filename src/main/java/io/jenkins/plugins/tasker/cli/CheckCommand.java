package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.process.LocalPrograms;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.hosts.Inventory;
import io.jenkins.plugins.tasker.hosts.LocalHostFiles;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.report.findings.FindingsJson;
import io.jenkins.plugins.tasker.report.findings.FindingsSarif;
import io.jenkins.plugins.tasker.report.findings.FindingsText;
import io.jenkins.plugins.tasker.session.RunInput;
import io.jenkins.plugins.tasker.session.UnknownVariables;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.validation.Checks;
import io.jenkins.plugins.tasker.validation.Finding;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import io.jenkins.plugins.tasker.validation.ValidationOptions;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** The command {@code tasker check FILE...}: validates task files and writes no file (rule 15.10). */
final class CheckCommand {

    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final PrintStream err;
    private final TerminalStyle style;
    private int exitCode = ExitCodes.OK;

    /** @param err receives the reasons why files are unreadable */
    CheckCommand(Map<String, String> environment, Path workingDirectory, PrintStream err, TerminalStyle style) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.err = err;
        this.style = style;
    }

    /** A task file with its findings. */
    private record CheckedFile(RunInput input, TaskFileValidation validation) {}

    /** Returns the highest exit code of all files. */
    int run(ParseResult parsed, PrintStream out) throws StartException {
        Arguments arguments = Arguments.of(parsed, null, workingDirectory);
        Map<String, CheckedFile> files = new LinkedHashMap<>();
        checkAll(parsed, arguments, files);
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            switch (arguments.console().format()) {
                case TEXT -> text(writer, files);
                case JSON -> json(writer, files);
                case SARIF -> sarif(writer, files);
            }
            writer.flush();
        } catch (IOException e) {
            throw new StartException(ExitCodes.UNREADABLE_FILE, "the findings cannot be written: " + e.getMessage());
        }
        return exitCode;
    }

    private void checkAll(ParseResult parsed, Arguments arguments, Map<String, CheckedFile> files)
            throws StartException {
        ExecutionTypes types = OptionFiles.executionTypes(arguments.files().executionTypes());
        ExecutionSettings settings = new ExecutionSettings(
                types, SettingResolver.of(arguments, environment, types).values(), UpperLimits.NONE);
        VariableOptions variables = VariableOptions.of(arguments.variables());
        Inventory inventory = OptionFiles.inventory(arguments.files().inventory());
        for (Path file : parsed.matchedPositionalValue(0, List.<Path>of())) {
            try {
                Path path = workingDirectory.resolve(file);
                RunInput input = new RunInput(
                        Arguments.baseName(file),
                        TaskFileReader.read(path),
                        variables.values(),
                        variables.named(),
                        new HostSources(inventory, LocalHostFiles.in(path.getParent())));
                UnknownVariables.of(input).errors().forEach(message -> error(ExitCodes.USAGE, message));
                TaskFileValidation validation = validate(input, settings, arguments.mode());
                files.put(file.toString(), new CheckedFile(input, validation));
                exitCode = Math.max(exitCode, validation.exitCode());
            } catch (UnreadableTaskFileException e) {
                error(e.exitCode(), e.getMessage());
            }
        }
    }

    private void error(int code, String message) {
        err.println("tasker: " + message);
        err.flush();
        exitCode = Math.max(exitCode, code);
    }

    private TaskFileValidation validate(RunInput input, ExecutionSettings settings, RunMode mode) {
        return TaskFileValidation.of(
                input.parse(),
                new ValidationOptions(
                        settings,
                        new LocalPrograms(workingDirectory, environment),
                        input.variables(),
                        input.hosts(),
                        mode,
                        Optional.empty(),
                        Set.of(),
                        Checks.STANDARD));
    }

    private void text(Writer writer, Map<String, CheckedFile> files) throws IOException {
        for (Map.Entry<String, CheckedFile> file : files.entrySet()) {
            CheckedFile checked = file.getValue();
            TaskFileValidation validation = checked.validation();
            Secrets secrets = Secrets.NONE.with(checked.input().secrets());
            writer.write(
                    FindingsText.of(file.getKey(), checked.input().content().text(), validation, secrets::mask, style));
            long errors =
                    validation.findings().stream().filter(Finding::isError).count();
            long warnings = validation.findings().size()
                    + validation.omitted().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum()
                    - errors;
            String result = Counted.of(validation.tasks(), "task") + ", " + Counted.of(errors, "error") + ", "
                    + Counted.of(warnings, "warning");
            writer.write(file.getKey() + ": "
                    + (errors > 0 ? style.error(result) : warnings > 0 ? style.warning(result) : style.success(result))
                    + "\n");
        }
    }

    private static void json(Writer writer, Map<String, CheckedFile> files) throws IOException {
        String separator = "[ ";
        for (Map.Entry<String, CheckedFile> file : files.entrySet()) {
            writer.write(separator);
            Secrets secrets = Secrets.NONE.with(file.getValue().input().secrets());
            FindingsJson.write(writer, file.getKey(), file.getValue().validation(), Optional.empty(), secrets::mask);
            separator = ", ";
        }
        writer.write(files.isEmpty() ? "[]\n" : "]\n");
    }

    private static void sarif(Writer writer, Map<String, CheckedFile> files) throws IOException {
        Secrets secrets = Secrets.NONE;
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        for (Map.Entry<String, CheckedFile> file : files.entrySet()) {
            secrets = secrets.with(file.getValue().input().secrets());
            findings.put(file.getKey(), file.getValue().validation().findings());
        }
        FindingsSarif.write(writer, findings, secrets::mask);
    }
}
