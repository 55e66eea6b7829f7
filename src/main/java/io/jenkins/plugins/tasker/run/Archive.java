package io.jenkins.plugins.tasker.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Stores the files and test results of a run with its build. */
public interface Archive {

    /**
     * Copies files into the archive and replaces those of the same name. Simultaneous calls are executed one after another, so
     * that the last call determines the content of a file.
     *
     * @param directory contains the files
     * @param files names in the archive, mapped to names in the directory; both relative, with {@code /}
     */
    void store(Path directory, Map<String, String> files) throws IOException, InterruptedException;

    /**
     * Adds results to the test report of the build.
     *
     * @param xml name of a JUnit XML file in the directory
     * @return false if the junit plugin is missing
     */
    boolean addTests(Path directory, String xml) throws IOException, InterruptedException;
}
