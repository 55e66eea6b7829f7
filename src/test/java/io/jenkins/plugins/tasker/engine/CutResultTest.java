package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.text.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** References to outputs of which only the first 4096 characters are kept (rule 6.3). */
class CutResultTest {

    private static final String WARNING =
            "@0_stdout@ is the first 4096 of 5000 characters: the end of the output is missing there";

    private static String out(int length) {
        return "0 out " + "x".repeat(length - 1);
    }

    @Test
    @DisplayName("6.3 A condition on a value that was cut logs WARN with both lengths")
    void condition() {
        Flow run = Flow.of(out(5000), "1 exit 0;condition=@0_stdout@~FATAL").run();

        assertThat(run.notes(Level.WARN)).containsExactly(WARNING);
    }

    @Test
    @DisplayName("6.3 A command with a value that was cut logs WARN once for each reference, also in a loop")
    void command() {
        Flow run = Flow.of(out(5000), "1 out;arguments=@0_stdout@ @0_stdout@;loop=5", "2 out;arguments=@0_stdout@")
                .run();

        assertThat(run.notes(Level.WARN)).containsExactly(WARNING, WARNING);
    }

    @Test
    @DisplayName("6.3 A value that is complete logs nothing, also if the output before its split was longer")
    void complete() {
        Flow run = Flow.of(
                        out(4096),
                        "1 out a " + "x".repeat(5000) + ";stdout_split=space,0",
                        "2 out;arguments=@0_stdout@ @1_stdout@ @0_exit_code@")
                .run();

        assertThat(run.notes(Level.WARN)).isEmpty();
    }

    @Test
    @DisplayName("6.3 A part of a split output that was cut counts with its own length")
    void split() {
        Flow run = Flow.of(
                        "0 out a " + "x".repeat(4500) + " " + "y".repeat(9000) + ";stdout_split=space,1",
                        "1 exit 0;condition=@0_stdout@~y")
                .run();

        assertThat(run.notes(Level.WARN))
                .containsExactly(
                        "@0_stdout@ is the first 4096 of 4500 characters: the end of the output is missing there");
    }

    @Test
    @DisplayName("6.3 A resumed run warns of a restored value that was cut")
    void restored() {
        TaskResult result = Flow.of(out(5000)).run().result(0);

        Flow run = Flow.of(out(5000), "1 exit 0;condition=@0_stdout@~FATAL")
                .startFrom(1)
                .restoring(0, result)
                .run();

        assertThat(run.notes(Level.WARN)).contains(WARNING);
    }
}
