package io.jenkins.plugins.tasker.documentation;

import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headings, code blocks, tables and links of a page. Two comments control the tests: {@code <!-- not run: REASON -->} before a
 * block, and {@code <!-- run}, lines of a hidden {@code console} block, {@code -->}.
 */
public record Markdown(String name, List<Heading> headings, List<Block> blocks, List<Table> tables, List<Link> links) {

    /** @param anchor the fragment of a link to the heading */
    public record Heading(int line, String text, String anchor) {}

    /**
     * A code block.
     *
     * @param line number of its first line of text
     * @param notRun the reason why no test runs it
     */
    public record Block(int line, String language, List<String> text, Optional<String> notRun) {}

    /** @param rows the rows without the header; cells are stripped and contain {@code |} for {@code \|} */
    public record Table(int line, String heading, List<String> header, List<List<String>> rows) {

        public List<String> column(int number) {
            return rows.stream().map(row -> row.get(number)).toList();
        }
    }

    public record Link(int line, String target) {}

    private static final Pattern FENCE = Pattern.compile("```(\\S*).*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern NOT_RUN = Pattern.compile("<!-- not run: (.+) -->");

    /** @param name path of the file in the repository */
    public static Markdown read(String name) throws IOException {
        return new Reading(name).read(Files.readAllLines(Repository.file(name)));
    }

    static String name(Path file) {
        return Repository.root().relativize(file).toString();
    }

    boolean hasAnchor(String anchor) {
        return headings.stream().anyMatch(heading -> heading.anchor().equals(anchor));
    }

    /** Returns the first table below a heading. */
    public Table table(String heading) {
        return tables.stream()
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no table below the heading " + heading));
    }

    private static final class Reading {

        private final Markdown page;
        private Optional<String> notRun = Optional.empty();
        private String heading = "";

        Reading(String name) {
            page = new Markdown(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Markdown read(List<String> lines) {
            int at = 0;
            while (at < lines.size()) {
                String line = lines.get(at);
                Matcher fence = FENCE.matcher(line);
                if (fence.matches()) {
                    at = block(lines, at + 1, fence.group(1), "```");
                } else if (line.equals("<!-- run")) {
                    at = block(lines, at + 1, "console", "-->");
                } else if (line.startsWith("|")) {
                    at = table(lines, at);
                } else {
                    other(line, at + 1);
                    at++;
                }
            }
            return page;
        }

        private int block(List<String> lines, int first, String language, String end) {
            int last = first;
            while (!lines.get(last).equals(end)) {
                last++;
            }
            page.blocks().add(new Block(first + 1, language, List.copyOf(lines.subList(first, last)), notRun));
            notRun = Optional.empty();
            return last + 1;
        }

        private int table(List<String> lines, int first) {
            int last = first;
            List<List<String>> rows = new ArrayList<>();
            while (last < lines.size() && lines.get(last).startsWith("|")) {
                links(lines.get(last), last + 1);
                rows.add(cells(lines.get(last)));
                last++;
            }
            page.tables().add(new Table(first + 1, heading, rows.get(0), List.copyOf(rows.subList(2, rows.size()))));
            return last;
        }

        private static List<String> cells(String row) {
            String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
            return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                    .map(cell -> cell.strip().replace("\\|", "|"))
                    .toList();
        }

        private void other(String line, int number) {
            Matcher reason = NOT_RUN.matcher(line);
            Matcher title = HEADING.matcher(line);
            if (reason.matches()) {
                notRun = Optional.of(reason.group(1));
            } else if (title.matches()) {
                heading = title.group(1);
                page.headings().add(new Heading(number, heading, anchor(heading)));
            } else {
                links(line, number);
            }
        }

        private void links(String line, int number) {
            Matcher link = LINK.matcher(line.replaceAll("`[^`]*`", "`"));
            while (link.find()) {
                page.links().add(new Link(number, link.group(1)));
            }
        }

        /** Returns the anchor that GitHub generates. */
        private String anchor(String text) {
            String anchor = text.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            long before = page.headings().stream()
                    .filter(h -> h.anchor().matches(Pattern.quote(anchor) + "(-\\d+)?"))
                    .count();
            return before == 0 ? anchor : anchor + "-" + before;
        }
    }
}
