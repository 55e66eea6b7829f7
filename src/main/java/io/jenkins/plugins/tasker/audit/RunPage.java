package io.jenkins.plugins.tasker.audit;

import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.Journal;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.RunParts;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.ZoneId;
import java.util.List;

/** The page of one run: {@code tasker/N} below its build. */
public final class RunPage {

    private final Run<?, ?> build;
    private final RunEntry entry;
    private final RunDirectory directory;

    RunPage(Run<?, ?> build, RunEntry entry) {
        this.build = build;
        this.entry = entry;
        this.directory = RunDirectory.of(build.getRootDir().toPath(), entry.number());
    }

    /** The build; so the frame of Jenkins' pages calls it. */
    public Run<?, ?> getObject() {
        return build;
    }

    public int getNumber() {
        return entry.number();
    }

    public String getFile() {
        return entry.file();
    }

    public String getDisplayName() {
        return "Tasks of " + entry.file();
    }

    /** Relative to the root of Jenkins. */
    public String getUrl() {
        return build.getUrl() + "tasker/" + entry.number() + "/";
    }

    /** What is to be shown, as of now. */
    public RunParts getParts() {
        try {
            return parts(RunRecord.of(Journal.read(directory.journal()).events()), "");
        } catch (NoSuchFileException e) {
            return parts(RunRecord.of(List.of()), Util.fixNull(entry.unrecorded()));
        } catch (IOException e) {
            return parts(RunRecord.of(List.of()), e.getMessage());
        }
    }

    private RunParts parts(RunRecord run, String unrecorded) {
        return RunParts.of(run, ZoneId.systemDefault(), entry.isRunning(), unrecorded);
    }
}
