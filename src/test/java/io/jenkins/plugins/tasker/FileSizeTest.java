package io.jenkins.plugins.tasker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FileSizeTest {

    private static final int LONGEST = 300;

    @Test
    @DisplayName("no source file has more than 300 lines: longer files have more than one responsibility")
    void sourcesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String directory : List.of("src", "standalone", "benchmarks")) {
            for (Path file : Repository.files(directory, ".java")) {
                int lines = Files.readAllLines(file).size();
                if (lines > LONGEST) {
                    tooLong.add(Repository.root().relativize(file) + ": " + lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }
}
