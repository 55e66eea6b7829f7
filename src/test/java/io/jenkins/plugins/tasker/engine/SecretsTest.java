package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @Test
    @DisplayName("16.4 a text that arrives in pieces is masked like the whole text")
    void piecesAreMaskedLikeTheWhole() {
        Secrets secrets = Secrets.of(List.of("abba", "ab", "bab", "cc"));
        Random random = new Random(16);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            StringBuilder masked = new StringBuilder();
            PiecewiseMask mask = new PiecewiseMask(secrets);
            for (int piece = 0; piece < 6; piece++) {
                String next = random.ints(random.nextInt(6), 0, 3)
                        .mapToObj(c -> "abc".substring(c, c + 1))
                        .reduce("", String::concat);
                text.append(next);
                masked.append(mask.next(next));
            }
            masked.append(mask.end());

            assertThat(masked).as(text.toString()).hasToString(secrets.mask(text.toString()));
        }
    }

    @ParameterizedTest
    @DisplayName("16.4 the beginning of a secret at the cut end of a text is masked")
    @CsvSource({
        "a hunte, a ****",
        "xhunter, x****",
        "hunter2, ****",
        "unter2h, unter2****",
        "an hour, an hour",
        "aaaaaaa, ****************",
        "2hunter, 2****"
    })
    void cutSecretIsMasked(String cut, String masked) {
        assertThat(Secrets.of(List.of("hunter2", "aa")).maskStart(cut, 7)).isEqualTo(masked);
    }

    @Test
    void uncutTextKeepsAnEndThatLooksLikeASecret() {
        assertThat(Secrets.of(List.of("hunter2")).maskStart("hunt", 7)).isEqualTo("hunt");
    }

    @Test
    @DisplayName("16.4 the end of a text shows no rest of a secret")
    void cutStartOfSecretIsLeftOut() {
        Secrets secrets = Secrets.of(List.of("hunter2"));

        assertThat(secrets.maskEnd("nter2 is it", 4)).isEqualTo("s it");
        assertThat(secrets.maskEnd("ter2xxhunter2y", 7)).doesNotContain("ter2").endsWith("y");
        assertThat(secrets.maskEnd("hunter2", 7)).isEqualTo("****");
    }
}
