package io.jenkins.plugins.tasker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Jenkins translates a text of the plugin only if it is in a properties file, or in {@code ${%...}} of a view. */
class TranslatableTextsTest {

    private static final String SOURCES = "src/main/java";
    private static final String RESOURCES = "src/main/resources";

    /** An argument list follows some keys. */
    private static final Pattern KEY = Pattern.compile("\\$\\{%([^}(]+)(\\(([^}]*)\\))?}");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");

    private static final Set<String> SHOWN_ATTRIBUTES =
            Set.of("add", "alt", "aria-label", "description", "header", "placeholder", "title", "tooltip");

    /** Calls whose texts a user reads, with a text in the call. */
    private static final Pattern LITERAL = Pattern.compile("(?:FormValidation\\.(?:ok|warning|error)"
            + "|new AbortException|println|super\\.getDisplayName|log\\.write)\\(\\s*(?:[\\w.]+,\\s*)?\"");

    private static final Pattern LITERAL_NAME =
            Pattern.compile("(?:getDisplayName|getShortDescription|getStatus)\\(\\) \\{\\s*return \"");

    private static final Set<String> PACKAGES = Set.of("configuration", "credentials", "run", "scm", "steps", "web");

    static Stream<Path> messages() throws IOException {
        return Repository.files(RESOURCES, "/Messages.properties").stream();
    }

    static Stream<Path> views() throws IOException {
        // The update site reads the description of the plugin as it is.
        Path description = Repository.file(RESOURCES + "/index.jelly");
        return Repository.files(RESOURCES, ".jelly").stream().filter(view -> !view.equals(description));
    }

    @ParameterizedTest
    @MethodSource("messages")
    @DisplayName("the package of a Messages.properties uses each of its keys")
    void messagesAreUsed(Path messages) throws IOException {
        Path relative = Repository.file(RESOURCES).relativize(messages.getParent());
        String code = code(Repository.file(SOURCES).resolve(relative));

        assertThat(keys(messages))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(code).containsPattern("Messages(\\.|::)" + key.replace('.', '_') + "\\b"));
    }

    @ParameterizedTest
    @MethodSource("propertiesFiles")
    @DisplayName("a text shows each of its arguments, numbered from 0, and doubles its apostrophes")
    void textsAreFormats(Path file) throws IOException {
        Properties texts = read(file);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            int arguments = new MessageFormat(text).getFormatsByArgumentIndex().length;

            assertThat(text.replace("''", "")).as(key).doesNotContain("'");
            assertThat(IntStream.range(0, arguments))
                    .as(key)
                    .allSatisfy(number -> assertThat(text).containsPattern("\\{" + number + "[,}]"));
        }
    }

    static Stream<Path> propertiesFiles() throws IOException {
        return Repository.files(RESOURCES, ".properties").stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    @DisplayName("a view has no text outside of ${%...}")
    void viewsAreTranslatable(Path view) throws Exception {
        List<String> texts = new ArrayList<>();
        collectTexts(
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(view.toFile())
                        .getDocumentElement(),
                texts);

        assertThat(texts)
                .filteredOn(text -> EXPRESSION.matcher(text).replaceAll("").matches("(?s).*\\p{L}.*"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    @DisplayName(
            "the properties of a view have the keys with arguments and the short names of sentences, and no others")
    void keysOfViewsAreDefined(Path view) throws IOException {
        Properties texts = read(propertiesOf(view));
        Set<String> names = new TreeSet<>();
        for (MatchResult use : KEY.matcher(Files.readString(view)).results().toList()) {
            String key = use.group(1);
            int given = use.group(3) == null ? 0 : use.group(3).split(",").length;
            if (given > 0 || key.matches("[a-z]+([A-Z][a-z]+)*")) {
                names.add(key);
                assertThat(new MessageFormat(texts.getProperty(key, "")).getFormatsByArgumentIndex())
                        .as(key)
                        .hasSize(given);
            }
        }

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    @DisplayName("the code of the plugin passes no literal text to the console, a form or a build result")
    void codeIsTranslatable() throws IOException {
        for (String name : PACKAGES) {
            String code = code(Repository.file(SOURCES + "/io/jenkins/plugins/tasker/" + name));

            assertThat(Stream.of(LITERAL, LITERAL_NAME)
                            .flatMap(pattern -> pattern.matcher(code).results())
                            .map(found -> code.substring(found.start(), Math.min(found.end() + 40, code.length()))))
                    .as(name)
                    .isEmpty();
        }
    }

    private static void collectTexts(Element element, List<String> texts) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean label =
                    attribute.getName().equals("value") && element.getTagName().equals("f:repeatableDeleteButton");
            if (label || SHOWN_ATTRIBUTES.contains(attribute.getName())) {
                texts.add(attribute.getValue());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collectTexts(inner, texts);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                texts.add(child.getTextContent());
            }
        }
    }

    private static Path propertiesOf(Path view) {
        return view.resolveSibling(view.getFileName().toString().replace(".jelly", ".properties"));
    }

    private static Set<String> keys(Path properties) throws IOException {
        return read(properties).stringPropertyNames();
    }

    private static Properties read(Path properties) throws IOException {
        Properties texts = new Properties();
        if (Files.exists(properties)) {
            try (BufferedReader in = Files.newBufferedReader(properties)) {
                texts.load(in);
            }
        }
        return texts;
    }

    private static String code(Path directory) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .forEach(file -> code.append(content(file)));
        }
        return code.toString();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
