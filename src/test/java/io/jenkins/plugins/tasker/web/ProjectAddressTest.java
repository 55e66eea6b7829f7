package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProjectAddressTest {

    @Test
    @DisplayName("different project names have different addresses, also without a letter of ASCII")
    void injective() {
        Stream<String> names =
                Stream.of("支付", "日本", "__", "a b", "a_b", "a/b", "a%2Fb", "a%252Fb", "a+b", ".", "..", "%2E");

        Set<String> addresses = names.map(ProjectAddress::of).collect(Collectors.toSet());

        assertThat(addresses)
                .hasSize(12)
                .allSatisfy(address -> assertThat(address).matches("tasker/project/[^/]+/"));
    }

    @Test
    @DisplayName("a simple name is its own address, and the server decodes others to the token that is compared")
    void readable() {
        assertThat(ProjectAddress.of("payments-2.0")).isEqualTo("tasker/project/payments-2.0/");
        assertThat(ProjectAddress.of("my project")).isEqualTo("tasker/project/my%20project/");
        assertThat(URI.create(ProjectAddress.of("a/支付")).getPath())
                .isEqualTo("tasker/project/" + ProjectAddress.token("a/支付") + "/");
    }
}
