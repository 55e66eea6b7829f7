package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.hosts.LocalHostFiles;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The command {@code tasker hosts ITEMS}, which shows what a list of hosts means (rule 19.4). */
final class HostsCommand {

    private final ParseResult parsed;
    private final Path workingDirectory;
    private final PrintStream out;

    HostsCommand(ParseResult parsed, Path workingDirectory, PrintStream out) {
        this.parsed = parsed;
        this.workingDirectory = workingDirectory;
        this.out = out;
    }

    /** @throws StartException 2 for a list or an inventory that cannot be used */
    void print() throws StartException {
        HostSources sources = new HostSources(
                OptionFiles.inventory(Arguments.path(parsed, Options.HOSTS, workingDirectory)),
                LocalHostFiles.in(workingDirectory));
        String items = String.join(" ", parsed.matchedPositionalValue(0, List.<String>of()));
        try {
            List<String> names = HostList.parse(items).known(sources).names();
            if (parsed.hasMatchedOption(Subcommands.LINES)) {
                names.forEach(out::println);
            } else {
                out.println(FoldedHosts.of(names));
            }
        } catch (HostListException e) {
            throw new StartException(ExitCodes.USAGE, e.getMessage());
        }
    }
}
