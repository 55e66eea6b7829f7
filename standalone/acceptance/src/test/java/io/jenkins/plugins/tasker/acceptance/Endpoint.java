package io.jenkins.plugins.tasker.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A row of {@code endpoints.csv}.
 *
 * @param address relative to the root of Jenkins, with names in braces for objects that the test creates
 * @param expectedText a part of the body of a successful response; may be empty
 * @param expected the result for each user, in the words of the table
 * @param otherVerb the status that the administrator gets for the other verb
 */
record Endpoint(
        String member,
        String verb,
        String address,
        String expectedText,
        Map<TestUser, String> expected,
        String otherVerb) {

    private static final String NAME = "/endpoints.csv";
    private static final int FIRST_PERSON = 4;

    static Stream<Endpoint> all() {
        return rows().stream().filter(row -> !row.startsWith("#")).skip(1).map(Endpoint::of);
    }

    private static List<String> rows() {
        try (InputStream table = Objects.requireNonNull(Endpoint.class.getResourceAsStream(NAME))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint of(String row) {
        List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
        Map<TestUser, String> expected = new EnumMap<>(TestUser.class);
        for (TestUser person : TestUser.values()) {
            expected.put(person, cells.get(FIRST_PERSON + person.ordinal()));
        }
        return new Endpoint(
                cells.get(0), cells.get(1), cells.get(2), cells.get(3), expected, cells.get(cells.size() - 1));
    }

    boolean isCommand() {
        return verb.equals("CLI");
    }

    boolean isPost() {
        return verb.equals("POST");
    }

    boolean isRefused(TestUser person) {
        return expected.get(person).matches(isCommand() ? "[^0]" : "4..");
    }

    Endpoint with(UnaryOperator<String> names) {
        return new Endpoint(member, verb, names.apply(address), names.apply(expectedText), expected, otherVerb);
    }

    @Override
    public String toString() {
        return verb + " " + address + " (" + member + ")";
    }
}
