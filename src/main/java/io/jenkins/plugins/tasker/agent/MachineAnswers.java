package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Question;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** Answers the questions of the controller on threads of its own, because a host or a disk may be slow. */
final class MachineAnswers implements AutoCloseable {

    /** As many hosts as are validated at once. */
    private static final int THREADS = 64;

    private final Programs programs;
    private final ShellCheck shell;
    private final RetainedOutputs outputs;
    private final ReportSender sender;
    private final HostResolver hosts = HostResolver.local();
    private final ExecutorService threads = DaemonThreads.pool("tasker-answer", THREADS);

    /** Fails if no shell can start commands; may block. */
    interface ShellCheck {
        void run() throws IOException;
    }

    MachineAnswers(Programs programs, ShellCheck shell, RetainedOutputs outputs, ReportSender sender) {
        this.programs = programs;
        this.shell = shell;
        this.outputs = outputs;
        this.sender = sender;
    }

    void answer(int number, Question question) {
        threads.execute(() -> {
            Report.Answer answer;
            try {
                answer = answerNow(number, question);
            } catch (IOException | RuntimeException e) {
                String reason = e.getMessage() == null ? e.toString() : e.getMessage();
                answer = new Report.Answer(number, true, 0, reason);
            }
            sender.answer(answer);
        });
    }

    private Report.Answer answerNow(int number, Question question) throws IOException {
        String text = question.text();
        return switch (question.kind()) {
            case ON_PATH -> RetainedOutputs.yesOrNo(number, programs.onPath(text));
            case FILE_EXISTS -> RetainedOutputs.yesOrNo(number, programs.fileExists(text));
            case FILE_OR_PROGRAM -> RetainedOutputs.yesOrNo(number, programs.isFileOrProgram(text));
            case RESOLVES -> {
                hosts.resolve(text);
                yield RetainedOutputs.yesOrNo(number, true);
            }
            case IS_REACHABLE ->
                RetainedOutputs.yesOrNo(number, hosts.isReachable(text, Duration.ofMillis(question.number())));
            case SHELL -> {
                shell.run();
                yield RetainedOutputs.yesOrNo(number, true);
            }
            default -> outputs.answer(number, question);
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
