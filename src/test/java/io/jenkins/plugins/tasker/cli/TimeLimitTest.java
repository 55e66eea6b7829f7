package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The smallest time limit is 5 s, so these take their time. */
@Timeout(30)
class TimeLimitTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName("11.4 the time limit of a group terminates running members and skips queued ones; all end with 124")
    void groupLimit() throws IOException {
        Files.writeString(directory.resolve("group.txt"), """
                task=0
                type=parallel
                tasks=1,2,3
                max_parallel=2
                timeout=5
                retry_failed=true
                next=always
                task=1
                hostname=h
                exec=local
                command=sleep
                arguments=60
                timeout=40
                task=2
                hostname=h
                exec=local
                command=echo started; sleep 60 | cat
                task=3
                hostname=h
                exec=local
                command=touch
                arguments=%s
                task=4
                hostname=h
                exec=local
                command=echo
                arguments=[@1_exit_code@ @2_exit_code@ @3_exit_code@] @2_stdout@ / @0_stdout@ / @0_stderr@
                """.formatted(directory.resolve("must-not-exist")));
        Commands commands = new Commands(directory);
        assertThat(commands.run("-r", "group.txt")).isZero();
        assertThat(commands.out())
                .contains(
                        "Task 4: STDOUT: [124 124 124] started / Parallel execution: 0/3 successful, 3 timeout, 3 failed"
                                + " / Failed tasks: [1, 2, 3]. Timeout tasks: [1, 2, 3]");
        assertThat(directory.resolve("must-not-exist")).doesNotExist();
    }
}
