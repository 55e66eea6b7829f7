package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** How the values of one Java type are written as JSON and read back. */
interface ValueCodec {

    void write(JsonGenerator out, Object value) throws IOException;

    /**
     * Reads the value whose first token is the current one; the last token of the value is current afterwards.
     *
     * @throws MalformedEventException if the token is of another kind
     */
    Object read(JsonParser in) throws IOException;

    /** The value that a field has when it is left out, so that lines stay short; null if it must not be left out. */
    default Object absent() {
        return null;
    }
}
