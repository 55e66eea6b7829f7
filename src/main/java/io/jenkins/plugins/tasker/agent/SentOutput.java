package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.Output;
import java.io.Serializable;
import java.util.function.Function;

/**
 * The output of a command as the agent sends it to the controller.
 *
 * <p>Nearly every output is sent whole. A large one stays on the agent in its temporary file, and the controller reads it
 * from there. Of a gigabyte the controller needs only the first 4096 characters and the answers to a few queries.
 *
 * @param head the whole text, or its start
 * @param length characters of the whole text
 * @param large the output on the agent; null if the head is the whole text
 */
public record SentOutput(String head, long length, LargeOutput large) implements Serializable {

    /** Maximum length of the head; the agent writes longer outputs to a file. */
    static final int HEAD = 64 * 1024;

    /** @param retain keeps an output open on the agent and exports it to the controller */
    static SentOutput of(Output output, Function<Output, LargeOutput> retain) {
        String head = output.head(HEAD);
        if (output.length() <= HEAD && output.loss().isEmpty()) {
            return new SentOutput(head, output.length(), null);
        }
        return new SentOutput(head, output.length(), retain.apply(output));
    }

    /** Returns the output on the controller. */
    Output received() {
        return large == null ? Output.of(head) : new AgentOutput(this);
    }
}
