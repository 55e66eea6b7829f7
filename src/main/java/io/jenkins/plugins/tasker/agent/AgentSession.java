package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.FrameReceiver;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Orders;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.CloseableCommandRunner;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.detached.ContainedCommandRunner;
import io.jenkins.plugins.tasker.command.detached.DetachedCommandRunner;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import io.jenkins.plugins.tasker.command.process.LocalPrograms;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The agent's end of a session: receives orders from one stream and sends reports to another. One thread executes the orders, in
 * their order.
 *
 * <pre>
 * OPEN --(Order.Close)--------------------------------------> CLOSED: kills the commands, deletes their files
 *   |----(the orders end, the connection is lost)-----------> DETACHED: the commands keep running
 *   |----(malformed orders, or a thread of the session fails)-> DETACHED, after Report.Broken
 * </pre>
 *
 * In each case the session closes the stream of reports, which releases everything that the two sides export to each other.
 * After {@link #detach} another session reattaches to the commands, in this JVM or in a later one.
 */
final class AgentSession {

    private static final Logger LOGGER = Logger.getLogger(AgentSession.class.getName());
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final RequestedShells shells = new RequestedShells(this::request);
    private final RetainedOutputs outputs = new RetainedOutputs();
    private final CloseableCommandRunner runner;
    private final Optional<SessionLock> lock;
    private final ReportSender sender;
    private final MachineAnswers answers;
    private final SessionCommands commands;
    private final FrameReceiver<Order> orders = new FrameReceiver<>(Orders.FRAMING, new Receiver());
    private volatile Runnable onEnd = () -> {};

    /**
     * @param contained whether the controller starts the shell of the commands through the launcher of the build
     * @param reports receives the reports; the session closes it at its end, also if this constructor fails
     */
    AgentSession(
            Path workingDirectory,
            Map<String, String> environment,
            Path control,
            boolean contained,
            OutputStream reports)
            throws IOException {
        Programs programs = new LocalPrograms(workingDirectory, environment);
        MachineAnswers.ShellCheck shellCheck = () -> {};
        try {
            if (contained) {
                ContainedCommandRunner inside = new ContainedCommandRunner(workingDirectory, control, shells);
                programs = inside.programs();
                shellCheck = inside::checkShell;
                runner = inside;
            } else {
                // commands outlive the session only where a POSIX shell can watch them
                runner = WINDOWS
                        ? new LocalCommandRunner(workingDirectory, environment, TemporaryFile::new)
                        : new DetachedCommandRunner(workingDirectory, environment, control);
            }
        } catch (IOException | RuntimeException e) {
            reports.close();
            throw e;
        }
        try {
            // commands without a control directory end with their session
            lock = WINDOWS && !contained ? Optional.empty() : Optional.of(SessionLock.acquire(control));
        } catch (IOException | RuntimeException e) {
            runner.detach();
            reports.close();
            throw e;
        }
        sender = new ReportSender(reports, this::onSendingFailed);
        answers = new MachineAnswers(programs, shellCheck, outputs, sender);
        commands = new SessionCommands(runner, outputs, sender);
        DaemonThreads.start("tasker-orders", this::execute);
    }

    private void request(Report request) {
        sender.request(request);
    }

    /** Sets an action for the end of the session. */
    void onEnd(Runnable action) {
        onEnd = action;
    }

    /** The stream that receives the orders. Writing to it does not block. */
    OutputStream orders() {
        return orders;
    }

    private final class Receiver implements FrameReceiver.Handler<Order> {

        @Override
        public void message(Order order, int bytes) {
            if (order instanceof Order.Credit credit) {
                sender.credit(credit.bytes());
            } else if (order instanceof Order.ShellEnded shell) {
                // at once, because the end of the session waits for the end of its shell
                shells.onEnded(shell);
            } else {
                tasks.add(() -> execute(order));
            }
        }

        @Override
        public void closed() {
            tasks.add(AgentSession.this::detach);
        }

        @Override
        public void malformed(String reason) {
            tasks.add(() -> fail("the agent received " + reason));
        }
    }

    private void execute() {
        try {
            while (!ended.get()) {
                tasks.take().run();
            }
        } catch (InterruptedException e) {
            detach();
        } catch (Throwable e) {
            LOGGER.log(Level.WARNING, "A session of Tasker failed", e);
            fail("executing an order failed on the agent: " + e);
        }
    }

    private void execute(Order order) {
        if (order instanceof Order.Start start) {
            commands.start(start);
        } else if (order instanceof Order.Stop stop) {
            commands.stop(stop);
        } else if (order instanceof Order.Ask ask) {
            answers.answer(ask.number(), ask.question());
        } else if (order instanceof Order.Discard discard) {
            outputs.discard(discard.command(), discard.stream());
        } else if (order instanceof Order.Close) {
            close();
        }
    }

    private void onSendingFailed(Throwable failure) {
        if (failure instanceof IOException) {
            detach();
        } else {
            fail("sending reports failed on the agent: " + failure);
        }
    }

    private void close() {
        if (ended.compareAndSet(false, true)) {
            sender.stop();
            runner.close();
            sender.drop();
            release();
        }
    }

    /** Ends the session while its commands keep running, because the connection is lost. Does not wait. */
    void detach() {
        if (ended.compareAndSet(false, true)) {
            sender.drop();
            abandon();
        }
    }

    private void fail(String reason) {
        if (ended.compareAndSet(false, true)) {
            sender.finish(new Report.Broken(reason));
            abandon();
        }
    }

    private void abandon() {
        runner.detach();
        release();
        // wakes the executing thread
        tasks.add(() -> {});
    }

    private void release() {
        answers.close();
        outputs.discardAll();
        lock.ifPresent(SessionLock::close);
        onEnd.run();
    }
}
