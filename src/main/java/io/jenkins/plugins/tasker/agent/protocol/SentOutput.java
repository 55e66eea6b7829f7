package io.jenkins.plugins.tasker.agent.protocol;

/**
 * The output of a command as the agent sends it to the controller.
 *
 * <p>Nearly every output is sent whole. A large one stays on the agent in its temporary file, and the controller asks about it. Of a
 * gigabyte the controller needs only the first 4096 characters and the answers to a few {@link Question}s.
 *
 * @param head the whole text, or its start
 * @param length characters of the whole text
 * @param retained whether the output stays on the agent, because the head is not the whole text or a part was lost
 * @param loss why the output could not be kept whole; empty if it is complete
 */
public record SentOutput(String head, long length, boolean retained, String loss) {

    /** Maximum length of the head; the agent writes longer outputs to a file. */
    public static final int HEAD = 64 * 1024;
}
