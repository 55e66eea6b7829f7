package io.jenkins.plugins.tasker.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limit of open files")
class OpenFilesTest {

    @Test
    @DisplayName("is the soft limit")
    void soft() {
        assertThat(OpenFiles.limit(List.of(
                        "Limit                     Soft Limit           Hard Limit           Units     ",
                        "Max processes             96365                96365                processes ",
                        "Max open files            1024                 4096                 files     ")))
                .isEqualTo(1024);
    }

    @Test
    @DisplayName("is unlimited if the system names none")
    void none() {
        assertThat(OpenFiles.limit(
                        List.of("Max open files            unlimited            unlimited            files")))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(OpenFiles.limit(List.of())).isEqualTo(Long.MAX_VALUE);
    }
}
