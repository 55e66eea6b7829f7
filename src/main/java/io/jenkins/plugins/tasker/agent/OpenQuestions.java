package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Question;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The questions of one session that the agent has not answered yet. */
final class OpenQuestions {

    private final String agent;
    private final Consumer<Order> orders;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Report.Answer>> open = new ConcurrentHashMap<>();
    private volatile Optional<RuntimeException> failure = Optional.empty();

    OpenQuestions(String agent, Consumer<Order> orders) {
        this.agent = agent;
        this.orders = orders;
    }

    /**
     * Asks the agent and waits for the answer.
     *
     * @throws IOException with the reason of the agent if it has no answer
     * @throws LostConnectionException if the session is lost
     * @throws UnknownEndException if the agent does not answer in time, or the run no longer waits for it
     */
    Report.Answer ask(Question question, Duration limit) throws IOException {
        int number = numbers.getAndIncrement();
        CompletableFuture<Report.Answer> future = new CompletableFuture<>();
        open.put(number, future);
        try {
            failure.ifPresent(future::completeExceptionally);
            orders.accept(new Order.Ask(number, question));
            Report.Answer answer = future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.failed()) {
                throw new IOException(answer.text());
            }
            return answer;
        } catch (InterruptedException e) {
            throw interrupted(agent);
        } catch (TimeoutException e) {
            throw new UnknownEndException("the agent " + agent + " did not answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            open.remove(number);
        }
    }

    private static UnknownEndException interrupted(String agent) {
        Thread.currentThread().interrupt();
        return new UnknownEndException("waiting for the agent " + agent + " was interrupted");
    }

    /** Waits until the monitor, which the caller holds, is notified. */
    static void await(Object monitor, String agent) {
        try {
            monitor.wait();
        } catch (InterruptedException e) {
            throw interrupted(agent);
        }
    }

    void onAnswer(Report.Answer answer) {
        CompletableFuture<Report.Answer> future = open.get(answer.number());
        if (future != null) {
            future.complete(answer);
        }
    }

    /** Fails all open questions, and each later one. */
    void fail(RuntimeException reason) {
        failure = Optional.of(reason);
        open.values().forEach(future -> future.completeExceptionally(reason));
    }
}
