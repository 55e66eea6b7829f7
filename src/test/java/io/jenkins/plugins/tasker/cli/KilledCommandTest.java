package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the command repeatedly with SIGKILL while it runs fifty tasks, and resumes the run each time as {@code tasker show}
 * suggests. More kills, at other points: {@code -Dtasker.kills=200 -Dtasker.seed=7}.
 */
@Timeout(1800)
@DisabledOnOs(OS.WINDOWS)
class KilledCommandTest {

    @TempDir
    private Path directory;

    @Test
    @DisplayName("15.9 repeated kills lose no result, and only tasks that the command names before run twice")
    void nothingIsLostOrSilentlyRepeated() throws Exception {
        int kills = Integer.getInteger("tasker.kills", 8);
        Random random = new Random(Long.getLong("tasker.seed", 1));
        int done = 0;
        int runs = 0;
        int repeated = 0;
        while (done < kills) {
            KilledRun run = new KilledRun(directory.resolve("run" + ++runs));
            run.start();
            boolean goesOn = true;
            while (goesOn && done < kills && run.killAfter(random.nextInt(KilledRun.RECORDED))) {
                done++;
                goesOn = run.continueRun();
            }
            if (goesOn) {
                assertThat(run.awaitEnd()).as(run.console()).isZero();
            }
            assertThat(run.lost()).as(run.console()).isEmpty();
            assertThat(run.silentlyRepeated()).as(run.console()).isEmpty();
            assertThat(run.lastOutput()).isEqualTo(KilledRun.ALL_OUTPUTS);
            repeated += run.repeated();
        }
        System.out.println(
                done + " kills of " + runs + " runs; commands that were named and then ran again: " + repeated);
    }
}
