package io.jenkins.plugins.tasker.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where a build keeps files for people to read. */
public interface Archive {

    /**
     * Keeps copies of files; one that is kept under the same name already is replaced. Of several calls at the same time each
     * waits for the one before, so that the last one has the last word on a file that all of them keep.
     *
     * @param directory where the files are
     * @param files names in the archive, with the names in the directory; both relative, with {@code /}
     */
    void keep(Path directory, Map<String, String> files) throws IOException, InterruptedException;

    /**
     * Adds to the test report of the build.
     *
     * @param xml name of a file of JUnit XML in the directory
     * @return false if there is nothing here that makes test reports
     */
    boolean addTests(Path directory, String xml) throws IOException, InterruptedException;
}
