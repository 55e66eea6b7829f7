package io.jenkins.plugins.tasker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes the manual page of the command from its options. The build calls it; picocli's own generator needs Asciidoctor, which is
 * many times larger than the command.
 */
final class ManPage {

    private final StringBuilder out = new StringBuilder();

    private ManPage() {}

    /** @param args the file to be written */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), text());
    }

    static String text() {
        ManPage page = new ManPage();
        page.write(Options.commandLine());
        return page.out.toString();
    }

    private void write(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        line(".TH TASKER 1");
        heading("NAME");
        line("tasker \\- " + escaped("run the tasks of a task file on local and remote servers"));
        heading("SYNOPSIS");
        List<String> synopsis = new ArrayList<>();
        synopsis.add("tasker [OPTIONS] TASK_FILE");
        command.getSubcommands()
                .forEach((name, subcommand) -> synopsis.add(synopsis(name, subcommand.getCommandSpec())));
        line(synopsis.stream().map(ManPage::escaped).collect(Collectors.joining("\n.br\n")));
        heading("DESCRIPTION");
        line(escaped(description(spec.usageMessage().description())));
        heading("OPTIONS");
        spec.options().forEach(this::option);
        heading("COMMANDS");
        command.getSubcommands().forEach((name, subcommand) -> {
            CommandSpec declared = subcommand.getCommandSpec();
            line(".SS " + escaped(synopsis(name, declared)));
            line(escaped(description(declared.usageMessage().description())));
            declared.positionalParameters().forEach(parameter -> term(parameter.paramLabel(), parameter.description()));
            declared.options().stream().filter(option -> !option.usageHelp()).forEach(this::option);
        });
        heading("EXAMPLES AND EXIT CODES");
        line(".nf");
        for (String text : spec.usageMessage().footer()) {
            line(escaped(text));
        }
        line(".fi");
    }

    private static String synopsis(String name, CommandSpec spec) {
        String parameters = spec.positionalParameters().stream()
                .map(parameter ->
                        " " + parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : ""))
                .collect(Collectors.joining());
        return "tasker " + name + (spec.options().size() > 1 ? " [OPTIONS]" : "") + parameters;
    }

    private void option(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        term(String.join(", ", option.names()) + value, option.description());
    }

    private void term(String name, String[] description) {
        line(".TP");
        line(".B " + escaped(name));
        line(escaped(description(description)));
    }

    private static String description(String[] lines) {
        return String.join(" ", lines).replace("%n", "").strip();
    }

    private void heading(String name) {
        line(".SH " + name);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
