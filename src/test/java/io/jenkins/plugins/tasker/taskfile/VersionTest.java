package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VersionTest {

    @Provide
    Arbitrary<List<Integer>> parts() {
        return Arbitraries.of(0, 1, 2, 9, 10, 100).list().ofMinSize(1).ofMaxSize(5);
    }

    private static String written(List<Integer> parts) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = Integer.compare(i < left.size() ? left.get(i) : 0, i < right.size() ? right.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Property(tries = 2000)
    @Label("8.7 Versions compare part by part, and missing parts are 0")
    void versionsCompareByParts(@ForAll("parts") List<Integer> left, @ForAll("parts") List<Integer> right) {
        for (Comparison comparison : List.of(Comparison.LESS, Comparison.GREATER_OR_EQUAL)) {
            assertThat(ValueComparison.compare("v" + written(left), comparison, "v" + written(right)))
                    .as("v%s %s v%s", written(left), comparison, written(right))
                    .isEqualTo(Truth.of(comparison.holds(compare(left, right))));
        }
    }

    @Property(tries = 2000)
    @Label("8.7 A version compares with a number by parts, zeros at the end included")
    void versionComparesWithNumber(@ForAll("parts") List<Integer> number, @ForAll("parts") List<Integer> version) {
        List<Integer> parts = number.subList(0, Math.min(2, number.size()));

        assertThat(ValueComparison.compare(written(parts), Comparison.GREATER, "v" + written(version)))
                .as("%s > v%s", written(parts), written(version))
                .isEqualTo(Truth.of(compare(parts, version) > 0));
    }

    @Property
    @Label("8.7 A version is digits in three or more parts, or with a leading v")
    void otherTextIsNoVersion(@ForAll("texts") String text) {
        assertThat(Version.of(text)).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                "",
                "v",
                "1",
                "1.2",
                "v1.",
                "v.1",
                "1..2.3",
                "1.2.3.",
                "-1.2.3",
                "V1.2.3",
                "1.2.3-rc1",
                "vv1",
                "1.2.x",
                "١.٢.٣");
    }

    @Example
    @Label("8.7 An output of half a million parts is compared at once")
    void manyParts() {
        String output = "1.".repeat(500_000) + "2";

        Truth greater = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> ValueComparison.compare(output, Comparison.GREATER, "1.1.1"));

        assertThat(greater).isEqualTo(Truth.TRUE);
    }
}
