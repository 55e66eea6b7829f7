package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Converts events to lines of JSON and back: {@code {"event":"TaskSkipped","time":"...","task":{"task":3},...}}. The names are
 * those of the records in {@link RunEvent} and their components; a changed name needs a new {@link JournalHeader#VERSION}.
 */
final class EventCodec {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final String EVENT = "event";
    private static final Map<String, Class<?>> EVENTS = events();

    private EventCodec() {}

    private static Map<String, Class<?>> events() {
        Map<String, Class<?>> events = new HashMap<>();
        addEvents(RunEvent.class, events);
        events.remove(RunEvent.CommandEnded.class.getSimpleName());
        return Map.copyOf(events);
    }

    private static void addEvents(Class<?> sealedType, Map<String, Class<?>> events) {
        for (Class<?> type : sealedType.getPermittedSubclasses()) {
            if (type.isSealed()) {
                addEvents(type, events);
            } else {
                events.put(type.getSimpleName(), type);
            }
        }
    }

    /** Returns whether the journal stores an event: all but {@link RunEvent.CommandEnded}, which holds unmasked output. */
    static boolean isRecorded(RunEvent event) {
        return !(event instanceof RunEvent.CommandEnded);
    }

    /** Encodes an event as one line of UTF-8, with its line end. */
    static byte[] encode(RunEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        try (JsonGenerator out = JSON.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField(EVENT, event.getClass().getSimpleName());
            codec(event.getClass()).writeFields(out, event);
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a memory buffer does not fail", e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    /**
     * Decodes one line.
     *
     * @param line UTF-8, without its line end
     * @throws IOException if the line is not exactly one event; the message states the fault
     */
    static RunEvent decode(byte[] line) throws IOException {
        try (JsonParser in = JSON.createParser(line)) {
            if (in.nextToken() != JsonToken.START_OBJECT || !EVENT.equals(in.nextFieldName())) {
                throw new MalformedEventException("it is not an event");
            }
            in.nextToken();
            String name = ScalarCodec.text(in);
            Class<?> type = EVENTS.get(name);
            if (type == null) {
                throw new MalformedEventException("'" + name + "' is not an event");
            }
            RunEvent event = (RunEvent) codec(type).readFields(in);
            if (in.nextToken() != null) {
                throw new MalformedEventException("text follows the event");
            }
            return event;
        }
    }

    private static RecordCodec codec(Class<?> event) {
        return (RecordCodec) ValueCodecs.of(event);
    }
}
