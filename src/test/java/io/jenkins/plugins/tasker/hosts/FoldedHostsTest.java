package io.jenkins.plugins.tasker.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Growth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedHostsTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "web1 | web1",
                "web1 web2 | web[1-2]",
                "web01 web02 web03 web05 | web[01-03,05]",
                "web08 web09 web10 web11 | web[08-11]",
                "web8 web9 web10 | web[8-10]",
                "web1 db web2 | web[1-2],db",
                "n9 n09 n10 | n[9,09-10]",
                "n0 n1 n00 n01 | n[0-1,00-01]",
                "10.0.0.1 10.0.0.2 10.0.0.3 | 10.0.0.[1-3]",
                "web1.dc1.example.com web2.dc1.example.com web1.dc2.example.com | web1.dc[1-2].example.com,web2.dc1.example.com",
                "r1-n1 r1-n2 r2-n1 r2-n2 | r[1-2]-n[1-2]",
                "web2 web1 web2 | web[1-2]",
                "we b web[1 | we,b,web[1"
            })
    @DisplayName("19.11 names that differ in numbers are written as ranges")
    void folds(String names, String expected) {
        assertThat(FoldedHosts.of(List.of(names.split(" ")))).isEqualTo(expected);
    }

    @Test
    @DisplayName("19.11 no names fold to an empty text")
    void foldsNothing() {
        assertThat(FoldedHosts.of(List.of())).isEmpty();
    }

    @Provide
    Arbitrary<Set<String>> names() {
        Arbitrary<String> texts = Arbitraries.of("web", "n", "", "-", ".", "a.b-", "@", ":", "db", "%x");
        Arbitrary<String> numbers = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 12).map(String::valueOf),
                Arbitraries.integers().between(0, 120).map("%02d"::formatted),
                Arbitraries.integers().between(95, 105).map("%03d"::formatted),
                Arbitraries.of("0", "00", "000", "999999999999999999", "9999999999999999999", "12345678901234567890"));
        Arbitrary<String> parts = Combinators.combine(texts, numbers, Arbitraries.of(true, false))
                .as((text, number, withNumber) -> withNumber ? text + number : text);
        return parts.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> String.join("", list))
                .filter(MemberName::isAcceptable)
                .set()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    @Label("19.11 folded names expand to the same hosts, each once")
    void expandIsTheInverseOfFold(@ForAll("names") Set<String> names) throws HostListException {
        HostSelection expanded = HostList.parse(FoldedHosts.of(names)).resolve(HostSources.none(), reference -> "");
        assertThat(expanded.names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(expanded.repeated()).isEmpty();
    }

    @Provide
    Arbitrary<String> lists() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 30);
        Arbitrary<String> range = Combinators.combine(
                        numbers, numbers, Arbitraries.of("[%d-%d]", "[%02d-%d]", "[%03d-%d]"))
                .as((first, length, format) -> format.formatted(first, first + length));
        Arbitrary<String> item = Combinators.combine(
                        Arbitraries.of("web", "n", "rack-"), range, Arbitraries.of("", "-x", ".example.com"))
                .as((text, ranges, end) -> text + ranges + end);
        return item.list().ofMinSize(1).ofMaxSize(4).map(items -> String.join(",", items));
    }

    @Property(tries = 300)
    @Label("19.11 folding is stable: it does not depend on the order of the names, but for the order of its items")
    void foldIsStable(@ForAll("lists") String list) throws HostListException {
        List<String> names = HostList.parse(list).known(HostSources.none()).names();
        List<String> shuffled = new ArrayList<>(names);
        Collections.reverse(shuffled);
        assertThat(new LinkedHashSet<>(FoldedHosts.items(shuffled)))
                .isEqualTo(new LinkedHashSet<>(FoldedHosts.items(names)));
    }

    @Test
    @DisplayName("19.11 folding takes time in proportion to the number of hosts")
    void foldsInLinearTime() {
        Growth.assertLinear("folding", number -> {
            List<String> names = IntStream.range(0, number)
                    .mapToObj(i -> "rack" + i % 7 + "-n" + i * 2)
                    .toList();
            return () -> FoldedHosts.of(names);
        });
    }
}
