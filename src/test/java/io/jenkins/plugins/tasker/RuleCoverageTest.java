package io.jenkins.plugins.tasker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checks that a test names each numbered rule of the language with a visible effect. */
class RuleCoverageTest {

    private static final Pattern RULE = Pattern.compile("(?m)^- \\*\\*(\\d+\\.\\d+)\\*\\*");
    private static final Pattern DISPLAY_NAME =
            Pattern.compile("@(?:DisplayName|Label)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)\\)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])(\\d{1,2}\\.\\d{1,2})(?![\\d.]\\d)");

    /** Definitions and intentions, which have an effect only through other rules. */
    private static final Set<String> NOT_VISIBLE = Set.of("1.1", "1.2", "1.3", "1.7", "1.8", "4.5", "18.1");

    @Test
    @DisplayName("every rule with a visible effect is named by a test")
    void everyRuleIsTested() throws IOException {
        Set<String> rules = numbers(RULE, Files.readString(Repository.file("docs/language.md")));
        assertThat(rules).hasSizeGreaterThan(100);
        Set<String> tested = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Repository.file("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher names = DISPLAY_NAME.matcher(Files.readString(file));
                while (names.find()) {
                    tested.addAll(numbers(NUMBER, names.group(1)));
                }
            }
        }
        rules.removeAll(tested);
        rules.removeAll(NOT_VISIBLE);
        assertThat(rules).as("rules that no test names").isEmpty();
    }

    private static Set<String> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
