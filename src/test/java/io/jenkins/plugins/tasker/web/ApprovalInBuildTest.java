package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.report.SummaryColumn;
import io.jenkins.plugins.tasker.run.AbortableRun;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.DirectoryArchive;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.RunOutcome;
import io.jenkins.plugins.tasker.session.PlanDecision;
import io.jenkins.plugins.tasker.steps.TaskerRunStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Waits for the approval of a plan in the thread of a Freestyle build. */
@Timeout(60)
class ApprovalInBuildTest {

    @TempDir
    private Path directory;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final ByteArrayOutputStream console = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (toString(StandardCharsets.UTF_8).contains("Waiting for approval of this plan")) {
                asked.countDown();
            }
        }
    };

    @Test
    @DisplayName("15.4 the run starts when a user selects Proceed")
    void approved() throws Exception {
        TestBuild build = new TestBuild(directory);
        CompletableFuture<RunOutcome> run = start(build);

        approval(build).decide(true, "alice");

        assertThat(run.get().isSuccess()).isTrue();
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("Approved by alice", "STDOUT: done");
    }

    @Test
    @DisplayName("15.4 the build is aborted, not failed, when a user selects Abort")
    void declined() throws Exception {
        TestBuild build = new TestBuild(directory);
        CompletableFuture<RunOutcome> run = start(build);

        approval(build).decide(false, "alice");

        FlowInterruptedException aborted = (FlowInterruptedException)
                catchThrowableOfType(ExecutionException.class, run::get).getCause();
        assertThat(aborted.getResult()).isEqualTo(Result.ABORTED);
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("Declined by alice")
                .doesNotContain("Executing");
    }

    @Test
    @DisplayName("15.4 the page says that the run waits, and then who decided; a second decision changes nothing")
    void secondDecision() throws Exception {
        TestBuild build = new TestBuild(directory);
        CompletableFuture<RunOutcome> run = start(build);
        PendingApproval pending = approval(build);
        RunPage page = build.getAction(TaskerRunAction.class).getDynamic("1");
        assertThat(page.getOutcome()).isEqualTo("Waiting for the approval of the plan.");
        assertThat(page.getListed().getOutcome()).isEqualTo("waiting for approval");
        assertThat(page.getStatus()).isEqualTo("WAITING");
        ApprovalPage shownToBob = page.getApproval();

        assertThat(pending.decide(true, "alice")).isTrue();
        assertThat(pending.decide(false, "bob")).isFalse();

        assertThat(run.get().isSuccess()).isTrue();
        assertThat(shownToBob.isPending()).isFalse();
        assertThat(page.getApproval().getDecision())
                .matches("Approved by alice at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(page.getStatus()).isEqualTo("SUCCESS");
    }

    @Test
    @DisplayName("16.8 a declined plan has the status DECLINED and names the user on page, in REST and in the summary")
    void declinedIsNoSuccess() throws Exception {
        TestBuild build = new TestBuild(directory);
        CompletableFuture<RunOutcome> run = start(build);

        approval(build).decide(false, "alice");
        catchThrowableOfType(ExecutionException.class, run::get);

        RunPage page = build.getAction(TaskerRunAction.class).getDynamic("1");
        assertThat(page.getStatus()).isEqualTo("DECLINED");
        assertThat(page.getExitCode()).isNull();
        assertThat(page.getOutcome()).isEqualTo("No task started: the plan was declined by alice.");
        assertThat(page.getOutcomeClass()).isEqualTo("bad");
        assertThat(page.getListed().getOutcome()).isEqualTo("declined by alice");
        assertThat(page.getApproval().getDecision()).startsWith("Declined by alice at ");
        assertThat(SummaryColumn.line(page.getListed().getRow()))
                .contains("deploy.txt\tN/A\tN/A\tdeclined by alice\t0\tDECLINED\t");
    }

    @Test
    @DisplayName("15.4 a decision that Jenkins recorded before it ended is obeyed when the run starts again")
    void recordedDecision() throws Exception {
        TestBuild build = new TestBuild(directory);
        RunEntry entry = new RunEntry(1, new RunName("deploy.txt", "", ""));
        TaskerRunAction action = TaskerRunAction.of(build);
        action.onAttached(build);
        action.add(entry);
        action.decide(entry, new ApprovalDecision(false, "alice", Instant.EPOCH));

        assertThat(new PendingApproval(action, entry, TaskListener.NULL).decide(List.of("Task 0")))
                .isEqualTo(new PlanDecision(false, "alice"));
    }

    private PendingApproval approval(TestBuild build) throws InterruptedException {
        asked.await();
        return build.getAction(TaskerRunAction.class).entries().get(0).approval();
    }

    private CompletableFuture<RunOutcome> start(TestBuild build) throws Exception {
        Path workspace = Files.createDirectory(directory.resolve("workspace"));
        Files.write(
                workspace.resolve("deploy.txt"),
                List.of("task=0", "hostname=h", "exec=local", "command=echo", "arguments=done"));
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        TaskerRunStep step = new TaskerRunStep("deploy.txt");
        step.showPlan = true;
        AbortableRun run = new AbortableRun(new JenkinsRun(
                step.settings(),
                new BuildContext(
                        build,
                        new FilePath(workspace.toFile()),
                        new EnvVars(),
                        listener,
                        Set.of(),
                        new DirectoryArchive(Files.createDirectory(directory.resolve("archive"))))));
        CompletableFuture<RunOutcome> ended = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        ended.complete(run.await());
                    } catch (Exception e) {
                        ended.completeExceptionally(e);
                    }
                })
                .start();
        return ended;
    }
}
