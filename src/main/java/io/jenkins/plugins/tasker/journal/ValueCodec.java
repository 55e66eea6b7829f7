package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Converts the values of one Java type to JSON and back. */
interface ValueCodec {

    void write(JsonGenerator out, Object value) throws IOException;

    /**
     * Reads the value that begins at the current token. Afterwards its last token is the current one.
     *
     * @throws MalformedEventException if the token has another type
     */
    Object read(JsonParser in) throws IOException;

    /** Returns the value of an omitted field, which keeps lines short; null if the field is required. */
    default Object absent() {
        return null;
    }
}
