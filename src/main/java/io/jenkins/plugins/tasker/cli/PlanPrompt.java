package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.session.PlanDecision;
import io.jenkins.plugins.tasker.session.RunObservers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks on the terminal whether the plan is run (rule 15.4). */
record PlanPrompt(InputStream in, PrintStream out) implements RunObservers.Approval {

    @Override
    public PlanDecision decide(List<String> plan) throws InterruptedException {
        // Reading from a terminal cannot be interrupted. In a thread of its own, it does not delay the reaction to a
        // signal.
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread reader = new Thread(() -> answer.complete(ask()), "tasker-question");
        reader.setDaemon(true);
        reader.start();
        try {
            return new PlanDecision(answer.get(), System.getProperty("user.name", "unknown user"));
        } catch (InterruptedException e) {
            // The next line of the log starts below the question.
            out.println();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private boolean ask() {
        BufferedReader answers = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
        while (true) {
            out.print("Run this plan? [y/N] ");
            out.flush();
            String line = line(answers);
            switch (line.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return true;
                }
                case "", "n", "no" -> {
                    return false;
                }
                default -> out.println("Please answer y or n.");
            }
        }
    }

    /** Returns an empty line at the end of the input, or if it is unreadable. */
    private String line(BufferedReader answers) {
        try {
            String line = answers.readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException e) {
            // handled like the end of the input
        }
        out.println();
        return "";
    }
}
