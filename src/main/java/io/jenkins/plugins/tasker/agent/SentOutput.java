package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.Output;
import java.io.Serializable;
import java.util.function.Function;

/**
 * An output on its way to the controller. Nearly every output is sent as it is. A large one stays on the agent, where it
 * lies in a temporary file already: of a gigabyte the controller needs the first 4096 characters and the answers to a few
 * questions, so sending and storing it a second time would be wasted.
 *
 * @param head the whole text, or its start
 * @param large answers what the head cannot; null if the head is everything
 */
public record SentOutput(String head, long length, LargeOutput large) implements Serializable {

    /** Characters that are sent; also what the agent keeps in memory before it writes a file. */
    static final int HEAD = 64 * 1024;

    /** @param hold keeps an output open on the agent and makes it callable from the controller */
    static SentOutput of(Output output, Function<Output, LargeOutput> hold) {
        String head = output.head(HEAD);
        if (output.length() <= HEAD && !output.isCut()) {
            return new SentOutput(head, output.length(), null);
        }
        return new SentOutput(head, output.length(), hold.apply(output));
    }

    /** The same output as the controller sees it. */
    Output received() {
        return large == null ? Output.of(head) : new AgentOutput(this);
    }
}
