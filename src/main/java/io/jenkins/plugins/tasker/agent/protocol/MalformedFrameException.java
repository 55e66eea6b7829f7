package io.jenkins.plugins.tasker.agent.protocol;

import java.io.IOException;

/** The bytes of a stream do not follow the protocol. */
public final class MalformedFrameException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param reason completes the sentence "the stream contains ..." */
    public MalformedFrameException(String reason) {
        super(reason);
    }
}
